//! A screen without a screen, a message bus, and a driver that works the window as a person would.
//!
//! Each is a plain child of this program, ended when its value is dropped.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use crate::house::House;
use crate::packages;
use crate::problem::Problem;
use crate::shell;

/// The version that drives Tauri 2; it comes from source, as Debian has no package of it.
const DRIVER: &str = "2.1.0";
/// How long a helper may take to be ready.
const PATIENCE: Duration = Duration::from_secs(30);
/// A town hall's laptop.
const SCREEN: &str = "1366x768x24";

/// A program running beside us: asked to leave, then made to.
struct Helper(Child);

impl Drop for Helper {
    fn drop(&mut self) {
        let asked = Command::new("kill").arg(self.0.id().to_string()).status();
        let until = Instant::now() + Duration::from_secs(3);
        while asked.is_ok() && Instant::now() < until {
            if matches!(self.0.try_wait(), Ok(Some(_))) {
                return;
            }
            sleep(Duration::from_millis(50));
        }
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// All that a journey needs around the window.
pub struct Browser {
    // Dropped in this order: the driver, then what it stands on.
    _driver: Helper,
    _bus: Helper,
    _screen: Helper,
    /// Where the driver listens.
    pub address: String,
    display: String,
}

impl Browser {
    /// Starts a screen, a bus and the driver, each on a free address, and waits until all answer.
    pub fn start(house: &House) -> Result<Self, Problem> {
        let tauri_driver = driver_program(house)?;
        let (screen, display) = announced(shell::program(house, "Xvfb").args([
            "-displayfd",
            "1",
            "-screen",
            "0",
            SCREEN,
            "-nolisten",
            "tcp",
        ]))?;
        let display = format!(":{display}");
        let (bus, bus_address) = announced(shell::program(house, "dbus-daemon").args([
            "--session",
            "--nofork",
            "--print-address=1",
        ]))?;
        let (port, native) = (free_port()?, free_port()?);
        let mut driver = shell::program(house, &tauri_driver.to_string_lossy());
        driver.args([
            "--port",
            &port.to_string(),
            "--native-port",
            &native.to_string(),
        ]);
        driver
            .env("DISPLAY", &display)
            .env("DBUS_SESSION_BUS_ADDRESS", &bus_address);
        driver
            .env_remove("WAYLAND_DISPLAY")
            .env("XDG_RUNTIME_DIR", runtime_folder(house)?);
        let driver = answering(&mut driver, port)?;
        let address = format!("http://127.0.0.1:{port}");
        Ok(Self {
            _driver: driver,
            _bus: bus,
            _screen: screen,
            address,
            display,
        })
    }

    /// The screen, for a tool that photographs it.
    pub fn display(&self) -> &str {
        &self.display
    }
}

/// The driver of Tauri's windows, installed beside the build on first use.
fn driver_program(house: &House) -> Result<PathBuf, Problem> {
    if !cfg!(target_os = "linux") {
        return Err(Problem::Unverified(
            "les parcours se passent sous Linux.".to_owned(),
        ));
    }
    let tools = house.tools();
    let program = tools.join("bin/tauri-driver");
    let installed = fs::read_to_string(tools.join(".crates.toml")).unwrap_or_default();
    if !(program.is_file() && installed.contains(&format!("\"tauri-driver {DRIVER} "))) {
        let version = format!("={DRIVER}");
        let mut install = shell::cargo(house);
        install
            .args([
                "install",
                "tauri-driver",
                "--version",
                &version,
                "--locked",
                "--root",
            ])
            .arg(&tools);
        shell::run(&mut install)?;
    }
    if !packages::on_path("WebKitWebDriver") {
        return Err(Problem::Missing(
            "WebKitWebDriver est introuvable (paquet webkit2gtk-driver).".to_owned(),
        ));
    }
    Ok(program)
}

/// Starts a program that writes one line when it is ready: its address.
fn announced(command: &mut Command) -> Result<(Helper, String), Problem> {
    let child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn();
    let mut helper = Helper(child.map_err(|cause| shell::not_started(command, cause))?);
    let mut line = String::new();
    if let Some(out) = helper.0.stdout.take() {
        let _ = BufReader::new(out).read_line(&mut line);
    }
    match line.trim() {
        "" => Err(Problem::Missing(format!(
            "« {} » ne répond pas.",
            shell::words(command)
        ))),
        address => Ok((helper, address.to_owned())),
    }
}

/// Starts a program that listens on a port, and waits until it does.
fn answering(command: &mut Command, port: u16) -> Result<Helper, Problem> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn();
    let mut helper = Helper(child.map_err(|cause| shell::not_started(command, cause))?);
    let until = Instant::now() + PATIENCE;
    while Instant::now() < until && matches!(helper.0.try_wait(), Ok(None)) {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            return Ok(helper);
        }
        sleep(Duration::from_millis(50));
    }
    Err(Problem::Missing(format!(
        "« {} » ne répond pas.",
        shell::words(command)
    )))
}

fn free_port() -> Result<u16, Problem> {
    let here = Path::new("127.0.0.1");
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).map_err(Problem::file(here))?;
    Ok(listener.local_addr().map_err(Problem::file(here))?.port())
}

/// A folder that only this user reads, as the window system demands.
fn runtime_folder(house: &House) -> Result<PathBuf, Problem> {
    let folder = house.tools().join("runtime");
    fs::create_dir_all(&folder).map_err(Problem::file(&folder))?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o700))
            .map_err(Problem::file(&folder))?;
    }
    Ok(folder)
}
