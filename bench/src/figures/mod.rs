//! Draws the report's figures as charts, on one page with the design goals.

mod memory;
mod page;
mod svg;
mod tables;
mod under_load;

use std::path::{Path, PathBuf};
use std::{fs, sync::Arc};

use self::svg::Chart;
use crate::api::Api;
use crate::machine::{Cores, pin_this_thread};
use crate::process::Program;
use crate::scene::Scene;
use crate::terminal::progress;
use crate::{Common, in_new_folder};

#[derive(Debug, clap::Args)]
pub(crate) struct Figures {
    /// How many seconds to watch memory
    #[arg(long, default_value_t = 600, value_name = "SECONDS")]
    memory_seconds: u64,
    #[command(flatten)]
    common: Common,
}

/// A chart and its file name.
struct ChartFile {
    file: &'static str,
    chart: Chart,
}

impl Figures {
    /// Measures throughput by connections, latencies and memory; growth and the goals come from
    /// `RESULTS.md`.
    ///
    /// # Errors
    /// A failed setup, a wrong answer, or a missing table.
    pub(crate) fn run(&self) -> Result<(), String> {
        let binary = self.common.binary()?;
        let folder = Path::new(env!("CARGO_MANIFEST_DIR"));
        let results = fs::read_to_string(folder.join("RESULTS.md"))
            .map_err(|error| format!("RESULTS.md: {error}"))?;
        let growth = tables::growth(&results)?;
        let (mut pictures, remark) =
            in_new_folder("figures", |dir| measure(&binary, dir, self.memory_seconds))?;
        pictures.push(ChartFile { file: "growth.svg", chart: growth });
        let page = page::page(&results, &remark, &self.common.date())?;
        if self.common.write {
            write(folder, &page, &pictures)?;
        }
        crate::terminal::say(&page);
        Ok(())
    }
}

/// The charts, and a sentence about memory.
fn measure(binary: &Path, dir: &Path, seconds: u64) -> Result<(Vec<ChartFile>, String), String> {
    let cores = Cores::find();
    let program = Program::dev(binary.to_owned(), dir)?;
    let scene = {
        let _server = program.start(None, "/_poolkeeper/live")?;
        Arc::new(Scene::make(Api::new(program.address(), None))?)
    };
    if let Some(cores) = &cores {
        pin_this_thread(&cores.load);
    }
    progress("latencies");
    let server =
        program.start(cores.as_ref().map(|cores| cores.server.as_str()), &scene.first_answer())?;
    server.wait_until_idle()?;
    let latency = under_load::latencies(&scene, cores.is_some())?;
    drop(server);
    if let Some(cores) = &cores {
        pin_this_thread(&cores.all);
    }
    let server = program.start(None, &scene.first_answer())?;
    server.wait_until_idle()?;
    let throughput = under_load::throughput(&scene)?;
    drop(server);
    progress("memory");
    let server = program.start(None, &scene.first_answer())?;
    server.wait_until_idle()?;
    let memory = memory::watch(&server, &scene, seconds)?;
    let pictures = vec![
        ChartFile { file: "throughput.svg", chart: throughput },
        ChartFile { file: "latency.svg", chart: latency },
        ChartFile { file: "memory.svg", chart: memory.chart },
    ];
    Ok((pictures, memory.remark))
}

fn write(folder: &Path, page: &str, pictures: &[ChartFile]) -> Result<(), String> {
    let put = |path: PathBuf, text: &str| {
        fs::write(&path, text).map_err(|error| format!("{}: {error}", path.display()))
    };
    let pictures_folder = folder.join("figures");
    fs::create_dir_all(&pictures_folder)
        .map_err(|error| format!("{}: {error}", pictures_folder.display()))?;
    for picture in pictures {
        put(pictures_folder.join(picture.file), &picture.chart.svg())?;
    }
    put(folder.join("FIGURES.md"), page)
}
