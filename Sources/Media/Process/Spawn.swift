import BatchVideo
import Glibc
import Synchronization

/// `posix_spawn` into a session of its own with exactly the given descriptors (-1: /dev/null).
struct Spawn {
    var arguments: [String]
    var environment: [String: String]
    /// Our descriptor for the child's 0, 1, 2, 3, ...
    var descriptors: [Int32]

    /// Held while a pipe is made and while a child starts: no child inherits a half-made pipe.
    static let lock = Mutex(())

    /// Starts it and blocks SIGPIPE on the calling thread, so that a child that closes its input is an
    /// error number and not the end of us.
    func start() throws -> pid_t {
        var pipeSignal = sigset_t()
        sigemptyset(&pipeSignal)
        sigaddset(&pipeSignal, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipeSignal, nil)

        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        place(in: &actions)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        resetSignals(in: &attributes)

        var process: pid_t = 0
        let result = withCStrings(arguments) { argv in
            withCStrings(environment.map { "\($0)=\($1)" }.sorted()) { envp in
                Self.lock.withLock { _ in
                    posix_spawn(&process, arguments[0], &actions, &attributes, argv, envp)
                }
            }
        }
        guard result == 0 else {
            let reason = String(cString: strerror(result))
            throw BatchVideoError(.unavailable, "cannot start \(arguments[0]): \(reason)")
        }
        return process
    }

    private func place(in actions: inout posix_spawn_file_actions_t) {
        for (target, source) in descriptors.enumerated() {
            if source < 0 {
                posix_spawn_file_actions_addopen(
                    &actions, Int32(target), "/dev/null", target == 0 ? O_RDONLY : O_WRONLY, 0)
            } else {
                posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
            }
        }
        for stray in Self.inheritable() where stray >= descriptors.count {
            posix_spawn_file_actions_addclose(&actions, stray)
        }
    }

    /// Descriptors of ours that a child would get: what we were started with, what others opened.
    private static func inheritable() -> [Int32] {
        guard let folder = opendir("/proc/self/fd") else { return [] }
        defer { closedir(folder) }
        var found: [Int32] = []
        while let entry = readdir(folder) {
            let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
            }
            if let descriptor = Int32(name), fcntl(descriptor, F_GETFD) & FD_CLOEXEC == 0 {
                found.append(descriptor)
            }
        }
        return found
    }

    private func resetSignals(in attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        sigemptyset(&none)
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        let newSession: Int32 = 0x80  // POSIX_SPAWN_SETSID
        let flags = newSession | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
    }

    private func withCStrings<Value>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Value
    ) -> Value {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
