//! What the machine says of a process: time on the processors, most memory. Linux alone tells it this way.

use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

/// Ticks of `/proc` in a second.
const TICKS: f64 = 100.0;

/// What a piece of work took.
#[derive(Clone, Copy, Debug, Default)]
pub struct Took {
    /// Seconds on the wall.
    pub wall: f64,
    /// Seconds of processors.
    pub cpu: f64,
    /// Most memory of one process, in megabytes.
    pub memory: f64,
}

impl Took {
    /// What a piece of work of this process took.
    pub fn of(work: impl FnOnce()) -> Self {
        let (start, cpu) = (Instant::now(), seconds(13) + seconds(14));
        work();
        let wall = start.elapsed().as_secs_f64();
        Self {
            wall,
            cpu: seconds(13) + seconds(14) - cpu,
            memory: peak("self").unwrap_or(0.0),
        }
    }

    /// The mean of each, over so many.
    pub fn each(self, count: usize) -> Self {
        let count = count.max(1) as f64;
        Self {
            wall: self.wall / count,
            cpu: self.cpu / count,
            memory: self.memory,
        }
    }

    /// One of several runs of the same work: the median on the wall, the mean of the processors, whose clock is coarse.
    pub fn typical(runs: &[Self]) -> Self {
        let mut walls: Vec<f64> = runs.iter().map(|run| run.wall).collect();
        walls.sort_by(f64::total_cmp);
        let all = runs.iter().fold(Self::default(), |all, run| all.and(*run));
        Self {
            wall: walls.get(walls.len() / 2).copied().unwrap_or(0.0),
            ..all.each(runs.len())
        }
    }

    /// Both, one after the other.
    pub fn and(self, next: Self) -> Self {
        Self {
            wall: self.wall + next.wall,
            cpu: self.cpu + next.cpu,
            memory: self.memory.max(next.memory),
        }
    }
}

/// Runs a command to its end, alone, so many times: the processors' clock is too coarse for one time, so that what they
/// took is shared out between all. Its memory is looked at in a first run, that is not timed: looking slows it down.
pub fn runs(times: usize, command: impl Fn() -> Command) -> Vec<Took> {
    let memory = run(&mut command()).memory;
    let before = seconds(15) + seconds(16);
    let walls: Vec<f64> = (0..times).map(|_| unwatched(&mut command())).collect();
    let cpu = (seconds(15) + seconds(16) - before) / times.max(1) as f64;
    let took = |wall| Took { wall, cpu, memory };
    walls.into_iter().map(took).collect()
}

fn unwatched(command: &mut Command) -> f64 {
    let (child, start) = started(command);
    ended(child);
    start.elapsed().as_secs_f64()
}

/// Runs a command to its end, alone.
pub fn run(command: &mut Command) -> Took {
    let before = seconds(15) + seconds(16);
    let (memory, wall) = watched(started(command));
    Took {
        wall,
        cpu: seconds(15) + seconds(16) - before,
        memory,
    }
}

/// Runs commands, so many at a time, as `xargs -P` does.
pub fn run_all(commands: Vec<Command>, at_a_time: usize) -> Took {
    let (start, before) = (Instant::now(), seconds(15) + seconds(16));
    let queue = std::sync::Mutex::new(commands);
    let next = || queue.lock().unwrap().pop();
    let work = || {
        let mut most = 0.0_f64;
        while let Some(mut command) = next() {
            most = most.max(watched(started(&mut command)).0);
        }
        most
    };
    let memory = std::thread::scope(|scope| {
        let all: Vec<_> = (0..at_a_time).map(|_| scope.spawn(work)).collect();
        all.into_iter()
            .map(|one| one.join().unwrap())
            .fold(0.0, f64::max)
    });
    let wall = start.elapsed().as_secs_f64();
    Took {
        wall,
        cpu: seconds(15) + seconds(16) - before,
        memory,
    }
}

/// A process, and when it began.
fn started(command: &mut Command) -> (Child, Instant) {
    let start = Instant::now();
    let command = command.stdout(Stdio::null()).stderr(Stdio::piped());
    (command.spawn().unwrap(), start)
}

/// Waits for a process, while another thread looks at its memory; its most memory is the last that was seen. Then the
/// seconds that it took.
fn watched((child, start): (Child, Instant)) -> (f64, f64) {
    let id = child.id().to_string();
    let over = AtomicBool::new(false);
    std::thread::scope(|scope| {
        let watch = scope.spawn(|| watch(&id, &over));
        ended(child);
        let wall = start.elapsed().as_secs_f64();
        over.store(true, Ordering::Relaxed);
        watch.thread().unpark();
        (watch.join().unwrap(), wall)
    })
}

/// Waits for a process, which must end well.
fn ended(child: Child) {
    let done = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&done.stderr);
    assert!(done.status.success(), "{said}");
}

fn watch(id: &str, over: &AtomicBool) -> f64 {
    let mut most = 0.0;
    while !over.load(Ordering::Relaxed) {
        most = peak(id).unwrap_or(most);
        std::thread::park_timeout(Duration::from_millis(2));
    }
    most
}

/// A field of `/proc/self/stat` (proc(5), from 0), in seconds: 13 and 14 are our own time, 15 and 16 our children's.
fn seconds(field: usize) -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    // The name of the program, in brackets, may hold spaces.
    let after = stat.rsplit_once(')').map_or("", |(_, after)| after);
    after
        .split_whitespace()
        .nth(field - 2)
        .and_then(|ticks| ticks.parse::<f64>().ok())
        .unwrap_or(0.0)
        / TICKS
}

/// The most memory of a process so far, in megabytes; none once it is gone.
fn peak(id: &str) -> Option<f64> {
    megabytes(id, "VmHWM:")
}

/// The memory of this process now, in megabytes.
pub fn now() -> f64 {
    megabytes("self", "VmRSS:").unwrap_or(0.0)
}

fn megabytes(id: &str, name: &str) -> Option<f64> {
    let status = std::fs::read_to_string(Path::new("/proc").join(id).join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    let kilobytes = line.trim().trim_end_matches(" kB").trim();
    Some(kilobytes.parse::<f64>().ok()? / 1024.0)
}
