/// A program to run: an argument vector, never a shell line.
package struct Command: Sendable {
    package var executable: String
    package var arguments: [String]
    package var environment: [String: String]
    package var limits: ProcessLimits
    /// Open files that the child sees as descriptors 3, 4, ... (`inheritedPath(0)`, `(1)`, ...).
    package var inherited: [OpenFile]
    /// True for what reads other people's media: no network, no new privileges, bounded memory.
    package var isSandboxed: Bool

    package init(
        _ executable: String, _ arguments: [String],
        environment: [String: String] = Command.plainEnvironment,
        limits: ProcessLimits = ProcessLimits(), inherited: [OpenFile] = [],
        isSandboxed: Bool = false
    ) {
        self.executable = executable
        self.arguments = arguments
        self.environment = environment
        self.limits = limits
        self.inherited = inherited
        self.isSandboxed = isSandboxed
    }

    /// What the child opens to read `inherited[index]`: the user's path itself stays with us.
    package static func inheritedPath(_ index: Int) -> String { "/proc/self/fd/\(3 + index)" }

    /// Where ffmpeg writes the `index`th output: the first is standard output, the others come after
    /// the inherited files.
    package static func outputPath(_ index: Int, inherited: Int) -> String {
        index == 0 ? "pipe:1" : "pipe:\(2 + inherited + index)"
    }

    /// English messages, no colours, and two malloc arenas so that address space means memory.
    package static let plainEnvironment = [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8",
        "AV_LOG_FORCE_NOCOLOR": "1", "MALLOC_ARENA_MAX": "2",
    ]
}

/// What a child may use before the kernel or we stop it.
package struct ProcessLimits: Hashable, Sendable {
    /// Wall-clock time; then TERM, and KILL after `graceMs`.
    package var deadline: Duration
    /// Address space in bytes; nil for no limit.
    package var memoryBytes: Int?
    /// Processor time in seconds; nil for no limit.
    package var cpuSeconds: Int?
    /// The largest file it may write, in bytes; nil for no limit.
    package var fileBytes: Int?

    package init(
        deadline: Duration = .seconds(3600), memoryBytes: Int? = nil, cpuSeconds: Int? = nil,
        fileBytes: Int? = nil
    ) {
        self.deadline = deadline
        self.memoryBytes = memoryBytes
        self.cpuSeconds = cpuSeconds
        self.fileBytes = fileBytes
    }

    /// Between TERM and KILL: ffmpeg closes its file within this time.
    static let graceMs: Int64 = 2000
}
