//! A disk that is full, for the desk alone: a little memory mounted over the data folder, in a view of the files that
//! only the driver and its program have. Nothing of it is left when they end.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Where the office's files stand before the desk starts, and what the disk has room for.
#[derive(Clone, Debug)]
pub struct SmallDisk {
    pub data: PathBuf,
    pub office: PathBuf,
}

/// What takes the room away: one large file, and so many small ones that no further file can be made.
const BALLAST: &str = "liburan";

impl SmallDisk {
    /// A command that runs this program behind the mount, with the office on the disk and no byte to spare.
    pub fn around(&self, program: &str) -> Command {
        const SCRIPT: &str = "mount -t tmpfs -o size=64m,nr_inodes=64 none \"$1\" && cp -a \"$0\"/. \"$1\"/ || exit 1
            rm -f \"$1/balai.lock\" && mkdir \"$1/$2\" && cat /dev/zero >\"$1/$2/video.mp4\" 2>/dev/null
            number=0
            while (: >\"$1/$2/foto-$number.jpg\") 2>/dev/null; do number=$((number + 1)); done
            shift 2
            program=$1
            shift
            exec \"$program\" \"$@\"";
        let mut command = Command::new("unshare");
        command.args(["--mount", "--map-root-user", "sh", "-c", SCRIPT]).args([&self.office, &self.data]);
        command.args([BALLAST, program]);
        command
    }

    /// Makes room, as somebody who deletes what is not needed.
    pub fn make_room(&self, driver: u32) {
        fs::remove_dir_all(self.seen_by(driver).join(BALLAST)).expect("the ballast is there");
    }

    /// Takes the room away again.
    pub fn fill(&self, driver: u32) {
        let (nothing, place) = (vec![0; 1 << 20], self.seen_by(driver).join(BALLAST));
        fs::create_dir_all(&place).expect("the disk is there");
        let mut ballast = fs::File::create(place.join("video.mp4")).expect("the disk is there");
        while std::io::Write::write_all(&mut ballast, &nothing).is_ok() {}
    }

    /// The data folder as the driver and its program see it.
    fn seen_by(&self, driver: u32) -> PathBuf {
        let data = self.data.strip_prefix("/").expect("an absolute path");
        Path::new("/proc").join(driver.to_string()).join("root").join(data)
    }
}
