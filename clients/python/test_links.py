"""Links between the documents lead somewhere: to a file, and to a heading in it."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
NOT_OURS = {"node_modules", "target", ".venv", ".git", "found"}


def test_every_link_leads_somewhere():
    pages = [page for page in ROOT.rglob("*.md") if not NOT_OURS & set(page.relative_to(ROOT).parts)]
    assert len(pages) > 10
    broken = [f"{page.relative_to(ROOT)}: {link}" for page in pages for link in links(page) if not leads(page, link)]
    assert broken == []


def links(page: Path) -> list[str]:
    """The relative links of a page, with their fragments."""
    text = re.sub(r"^```.*?^```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL)
    return [link for link in re.findall(r"\]\(([^)\s]+)\)", text) if not re.match(r"\w+:", link)]


def leads(page: Path, link: str) -> bool:
    path, _, fragment = link.partition("#")
    target = page.parent / path if path else page
    if not target.exists():
        return False
    return not fragment or target.suffix != ".md" or fragment in headings(target)


def headings(page: Path) -> set[str]:
    """The fragments by which GitHub addresses the headings of a page."""
    titles = re.findall(r"^#+ (.*)$", page.read_text(), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", title.lower()).strip().replace(" ", "-") for title in titles}
