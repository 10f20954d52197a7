import Foundation

/// Two connected sockets: ours, and the one that becomes a program's standard input and output.
/// Neither is inherited by any program unless handed to it.
struct SocketPair {
    let ours: Int32
    let theirs: Int32

    init() throws {
        var ends: [Int32] = [0, 0]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else { throw VoiceChildFailure.died }
        (ours, theirs) = (ends[0], ends[1])
    }
}

/// Starts a program in a process group of its own, talking over a socket.
enum Spawn {
    static func start(_ program: URL, on socket: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        var attributes = posix_spawnattr_t()
        guard posix_spawn_file_actions_init(&actions) == 0 else { throw VoiceChildFailure.died }
        defer { posix_spawn_file_actions_destroy(&actions) }
        guard posix_spawnattr_init(&attributes) == 0 else { throw VoiceChildFailure.died }
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, socket, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        ownGroup(&attributes)
        var arguments: [UnsafeMutablePointer<CChar>?] = [strdup(program.path), nil]
        var environment = inherited.map { strdup($0) } + [nil]
        defer { for text in arguments + environment { free(text) } }
        var pid: pid_t = 0
        let status = posix_spawn(
            &pid, program.path, &actions, &attributes, &arguments, &environment)
        guard status == 0 else { throw VoiceChildFailure.died }
        return pid
    }

    /// A group of its own: Ctrl-C reaches us, and we end the child. Signals that our threads block
    /// or ignore are not inherited.
    private static func ownGroup(_ attributes: inout posix_spawnattr_t) {
        var none = sigset_t()
        var all = sigset_t()
        sigemptyset(&none)
        sigfillset(&all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(
            &attributes,
            Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    }

    private static var inherited: [String] {
        let names = ["PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "ESPEAK_DATA_PATH"]
        let own = ProcessInfo.processInfo.environment
        return names.compactMap { name in own[name].map { "\(name)=\($0)" } }
    }
}
