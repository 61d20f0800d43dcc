//! The functions that SQLite calls. Each passes its arguments to the system's own VFS; those that
//! change a file are recorded after they succeed.
#![expect(unsafe_code, reason = "a VFS is a table of C functions over raw pointers")]

use std::ffi::{CStr, CString, OsStr, c_char, c_int, c_void};
use std::fs;
use std::os::unix::ffi::OsStrExt;
use std::path::{Path, PathBuf};
use std::ptr;
use std::slice;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

use rusqlite::ffi;

use super::event::{Event, FileKind, What};
use super::recording::{Log, Order};

/// What our VFS carries in `pAppData`; never freed, since SQLite may call at any time.
struct Registered {
    system: *mut ffi::sqlite3_vfs,
    log: Arc<Log>,
}

/// An open file: our part first, directly followed by the system's part in the same allocation,
/// which SQLite makes.
#[repr(C)]
struct File {
    base: ffi::sqlite3_file,
    /// From `Box::into_raw`; null for temporary files, on which nothing durable depends.
    track: *mut Track,
}

/// Identifies the file and its recording.
struct Track {
    log: Arc<Log>,
    file: Arc<Path>,
    kind: FileKind,
    /// The next sync also syncs the folder.
    syncs_folder: AtomicBool,
}

impl Track {
    fn add(&self, what: What) {
        self.log.add(Event { file: Arc::clone(&self.file), kind: self.kind, what });
    }
}

/// Registers a VFS on top of the system's default one and returns its name.
pub(super) fn register(log: Arc<Log>) -> String {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let name = format!("recording-{}", NEXT.fetch_add(1, Ordering::Relaxed));
    let c_name = CString::new(name.clone()).expect("a name without NUL bytes").into_raw();
    // SAFETY: `sqlite3_vfs_find` initialises SQLite and returns a VFS that stays registered for the
    // life of the process; the new VFS, its name and its data are leaked, so they live as long.
    // Every function upholds its type's contract.
    let registered = unsafe {
        let system = ffi::sqlite3_vfs_find(ptr::null());
        assert!(!system.is_null(), "SQLite has no default VFS");
        let vfs = Box::leak(Box::new(ffi::sqlite3_vfs {
            iVersion: 2,
            szOsFile: (*system).szOsFile
                + c_int::try_from(size_of::<File>()).expect("a small file"),
            mxPathname: (*system).mxPathname,
            pNext: ptr::null_mut(),
            zName: c_name,
            pAppData: Box::into_raw(Box::new(Registered { system, log })).cast(),
            xOpen: Some(open),
            xDelete: Some(delete),
            xAccess: Some(access),
            xFullPathname: Some(full_pathname),
            // No extensions are loaded.
            xDlOpen: None,
            xDlError: None,
            xDlSym: None,
            xDlClose: None,
            xRandomness: Some(randomness),
            xSleep: Some(sleep),
            xCurrentTime: Some(current_time),
            xGetLastError: Some(get_last_error),
            xCurrentTimeInt64: Some(current_time_int64),
            xSetSystemCall: None,
            xGetSystemCall: None,
            xNextSystemCall: None,
        }));
        ffi::sqlite3_vfs_register(vfs, 0)
    };
    assert_eq!(registered, ffi::SQLITE_OK, "SQLite refused the VFS");
    name
}

/// Version 2: shared memory, but no memory-mapped reads; every write goes through [`write()`].
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved_lock),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(device_characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// The system's part of the file, after ours.
///
/// # Safety
/// `file` has `szOsFile` bytes, as SQLite allocates them for this VFS.
unsafe fn inner(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: the allocation continues after our part, whose size preserves pointer alignment.
    unsafe { file.byte_add(size_of::<File>()) }
}

/// The file's identity; `None` for a temporary one.
///
/// # Safety
/// `file` was opened by [`open`] and is not closed; SQLite uses a file on one thread at a time.
unsafe fn track<'a>(file: *mut ffi::sqlite3_file) -> Option<&'a Track> {
    // SAFETY: `open` set `track` to null or to a box that only `close` frees.
    unsafe { (*file.cast::<File>()).track.as_ref() }
}

/// The underlying VFS and the log.
///
/// # Safety
/// `vfs` was made by [`register`].
unsafe fn registered<'a>(vfs: *mut ffi::sqlite3_vfs) -> &'a Registered {
    // SAFETY: `register` set it, and it is never freed.
    unsafe { &*(*vfs).pAppData.cast::<Registered>() }
}

/// A path as SQLite passes it.
///
/// # Safety
/// `name` is a C string.
unsafe fn path(name: *const c_char) -> PathBuf {
    // SAFETY: guaranteed by the caller.
    let name = unsafe { CStr::from_ptr(name) };
    PathBuf::from(OsStr::from_bytes(name.to_bytes()))
}

unsafe extern "C" fn open(
    vfs: *mut ffi::sqlite3_vfs,
    name: ffi::sqlite3_filename,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes this VFS, a C string or null, and `szOsFile` bytes for the file; the
    // system's VFS gets the same arguments with itself and its own part of the file. Our methods
    // are set, so that `close` will be called, exactly when the system's are.
    unsafe {
        let Registered { system, log } = registered(vfs);
        let ours = file.cast::<File>();
        let theirs = inner(file);
        (*ours).base.pMethods = ptr::null();
        (*ours).track = ptr::null_mut();
        (*theirs).pMethods = ptr::null();
        let known = (!name.is_null()).then(|| Found::look(log, &path(name)));
        let Some(open) = (**system).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = open(*system, name, theirs, flags, out_flags);
        if (*theirs).pMethods.is_null() {
            return code;
        }
        (*ours).base.pMethods = &raw const METHODS;
        if let (ffi::SQLITE_OK, Some(found)) = (code, known) {
            (*ours).track = Box::into_raw(Box::new(found.track(log, flags)));
        }
        code
    }
}

/// The state of a file before it is opened.
struct Found {
    file: Arc<Path>,
    created: bool,
    before: Option<Arc<[u8]>>,
}

impl Found {
    fn look(log: &Log, path: &Path) -> Self {
        let created = !path.exists();
        let before =
            if created || log.knows(path) { None } else { fs::read(path).ok().map(Arc::from) };
        Self { file: Arc::from(path), created, before }
    }

    fn track(self, log: &Arc<Log>, flags: c_int) -> Track {
        let kind = FileKind::of(flags);
        let syncs_folder =
            AtomicBool::new(flags & ffi::SQLITE_OPEN_CREATE != 0 && kind.syncs_folder());
        let track = Track { log: Arc::clone(log), file: self.file, kind, syncs_folder };
        track.add(What::Opened { created: self.created, before: self.before });
        track
    }
}

unsafe extern "C" fn delete(
    vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    sync_folder: c_int,
) -> c_int {
    // SAFETY: SQLite passes this VFS and a C string.
    unsafe {
        let Registered { system, log } = registered(vfs);
        let Some(delete) = (**system).xDelete else { return ffi::SQLITE_IOERR_DELETE };
        let code = delete(*system, name, sync_folder);
        if code == ffi::SQLITE_OK {
            let what = What::Deleted { folder: sync_folder != 0 };
            log.add(Event { file: Arc::from(path(name)), kind: FileKind::Other, what });
        }
        code
    }
}

unsafe extern "C" fn close(file: *mut ffi::sqlite3_file) -> c_int {
    // SAFETY: SQLite closes a file once and does not use it afterwards; the box came from
    // `Box::into_raw`.
    unsafe {
        let ours = file.cast::<File>();
        if !(*ours).track.is_null() {
            drop(Box::from_raw((*ours).track));
            (*ours).track = ptr::null_mut();
        }
        let theirs = inner(file);
        let code = (*(*theirs).pMethods).xClose.map_or(ffi::SQLITE_OK, |close| close(theirs));
        (*ours).base.pMethods = ptr::null();
        code
    }
}

unsafe extern "C" fn write(
    file: *mut ffi::sqlite3_file,
    data: *const c_void,
    length: c_int,
    offset: i64,
) -> c_int {
    // SAFETY: SQLite passes an open file and `length` readable bytes.
    unsafe {
        let theirs = inner(file);
        let code = (*(*theirs).pMethods)
            .xWrite
            .map_or(ffi::SQLITE_IOERR_WRITE, |write| write(theirs, data, length, offset));
        if let (ffi::SQLITE_OK, Some(track)) = (code, track(file)) {
            let bytes = slice::from_raw_parts(data.cast::<u8>(), length.unsigned_abs() as usize);
            track.add(What::Wrote { offset: offset.unsigned_abs(), bytes: Arc::from(bytes) });
        }
        code
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, length: i64) -> c_int {
    // SAFETY: SQLite passes an open file.
    unsafe {
        let theirs = inner(file);
        let code = (*(*theirs).pMethods)
            .xTruncate
            .map_or(ffi::SQLITE_IOERR_TRUNCATE, |truncate| truncate(theirs, length));
        if let (ffi::SQLITE_OK, Some(track)) = (code, track(file)) {
            track.add(What::Truncated { length: length.unsigned_abs() });
        }
        code
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: SQLite passes an open file.
    unsafe {
        let theirs = inner(file);
        let system = || {
            (*(*theirs).pMethods).xSync.map_or(ffi::SQLITE_IOERR_FSYNC, |sync| sync(theirs, flags))
        };
        let Some(track) = track(file) else { return system() };
        let covers = match track.log.order(track.kind) {
            Order::Do(covers) => covers,
            Order::Lie => return ffi::SQLITE_OK,
            Order::Fail => return ffi::SQLITE_IOERR_FSYNC,
        };
        let code = system();
        if code == ffi::SQLITE_OK {
            track.add(What::Synced {
                covers,
                folder: track.syncs_folder.swap(false, Ordering::Relaxed),
            });
        }
        code
    }
}

unsafe extern "C" fn shm_barrier(file: *mut ffi::sqlite3_file) {
    // SAFETY: SQLite passes an open file.
    unsafe {
        let theirs = inner(file);
        if let Some(barrier) = (*(*theirs).pMethods).xShmBarrier {
            barrier(theirs);
        }
    }
}

/// File functions that change nothing durable.
macro_rules! of_file {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*), or $missing:expr;)*) => {$(
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file, $($argument: $kind),*) -> c_int {
            // SAFETY: SQLite passes an open file; the system's function gets the same arguments
            // with its own part of the file.
            unsafe {
                let theirs = inner(file);
                (*(*theirs).pMethods).$method.map_or($missing, |method| method(theirs, $($argument),*))
            }
        }
    )*};
}

of_file! {
    read = xRead(data: *mut c_void, length: c_int, offset: i64), or ffi::SQLITE_IOERR_READ;
    file_size = xFileSize(size: *mut i64), or ffi::SQLITE_IOERR_FSTAT;
    lock = xLock(level: c_int), or ffi::SQLITE_IOERR_LOCK;
    unlock = xUnlock(level: c_int), or ffi::SQLITE_IOERR_UNLOCK;
    check_reserved_lock = xCheckReservedLock(reserved: *mut c_int), or ffi::SQLITE_IOERR_CHECKRESERVEDLOCK;
    file_control = xFileControl(operation: c_int, argument: *mut c_void), or ffi::SQLITE_NOTFOUND;
    sector_size = xSectorSize(), or 0;
    device_characteristics = xDeviceCharacteristics(), or 0;
    shm_map = xShmMap(region: c_int, size: c_int, extend: c_int, memory: *mut *mut c_void), or ffi::SQLITE_IOERR_SHMMAP;
    shm_lock = xShmLock(offset: c_int, count: c_int, flags: c_int), or ffi::SQLITE_IOERR_SHMLOCK;
    shm_unmap = xShmUnmap(delete: c_int), or ffi::SQLITE_OK;
}

/// VFS functions that change nothing durable.
macro_rules! of_vfs {
    ($($name:ident = $method:ident($($argument:ident: $kind:ty),*), or $missing:expr;)*) => {$(
        unsafe extern "C" fn $name(vfs: *mut ffi::sqlite3_vfs, $($argument: $kind),*) -> c_int {
            // SAFETY: SQLite passes this VFS; the system's function gets the same arguments with
            // itself.
            unsafe {
                let system = registered(vfs).system;
                (*system).$method.map_or($missing, |method| method(system, $($argument),*))
            }
        }
    )*};
}

of_vfs! {
    access = xAccess(name: *const c_char, flags: c_int, found: *mut c_int), or ffi::SQLITE_IOERR_ACCESS;
    full_pathname = xFullPathname(name: *const c_char, length: c_int, full: *mut c_char), or ffi::SQLITE_CANTOPEN;
    randomness = xRandomness(length: c_int, bytes: *mut c_char), or 0;
    sleep = xSleep(microseconds: c_int), or 0;
    current_time = xCurrentTime(now: *mut f64), or ffi::SQLITE_ERROR;
    get_last_error = xGetLastError(length: c_int, text: *mut c_char), or 0;
    current_time_int64 = xCurrentTimeInt64(now: *mut i64), or ffi::SQLITE_ERROR;
}
