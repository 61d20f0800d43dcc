"""Acknowledged work survives a power cut."""

from expect import REVOKED_REFRESH, claims, refused
from pools import CODE, Pool
from server import Server


def test_acknowledged_work_survives_a_kill(tmp_path):
    server = Server.dev(tmp_path, "--empty", "--fixed-code", CODE)
    server.start()
    try:
        idp = server.client()
        pool = Pool.create(idp)
        app = pool.app()
        pool.user()
        kept, revoked = app.tokens(), app.tokens()
        idp.revoke_token(Token=revoked["RefreshToken"], ClientId=app.id)
        for number in range(20):
            app.sign_up(f"user-{number}")
        server.kill()
        server.start()
        for number in range(20):
            assert pool.describe(f"user-{number}")["UserStatus"] == "UNCONFIRMED"
        app.sign_in("alice")
        idp.get_user(AccessToken=kept["AccessToken"])
        assert claims(app.refresh(kept["RefreshToken"])["AccessToken"])["username"] == "alice"
        with refused(*REVOKED_REFRESH):
            app.refresh(revoked["RefreshToken"])
    finally:
        server.stop()
