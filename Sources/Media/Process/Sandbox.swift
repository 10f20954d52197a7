import BatchVideo
import Glibc

/// The small programs of util-linux that a child passes through before it becomes the tool:
/// `unshare` takes its network away, `setpriv` binds its life to ours, `prlimit` bounds it.
/// Each replaces itself by the next, so there is one process in the end.
package struct Sandbox: Hashable, Sendable {
    let setpriv: String
    let prlimit: String
    /// nil where the kernel lets nobody make a network namespace.
    let unshare: String?

    /// The argument vector that leads to `command`.
    func wrap(_ command: Command) -> [String] {
        var words: [String] = []
        if command.isSandboxed, let unshare { words += Self.isolation(unshare) }
        words += [setpriv, "--pdeathsig", "KILL"]
        if command.isSandboxed { words.append("--no-new-privs") }
        words += ["--", prlimit, "--core=0"]
        if let bytes = command.limits.memoryBytes { words.append("--as=\(bytes)") }
        if let seconds = command.limits.cpuSeconds { words.append("--cpu=\(seconds)") }
        if let bytes = command.limits.fileBytes { words.append("--fsize=\(bytes)") }
        return words + ["--", command.executable] + command.arguments
    }

    /// Finds the programs and tries once whether a network namespace can be made.
    static func locate(search: ToolSearch) throws -> Sandbox {
        let setpriv = try search.require("setpriv", package: "util-linux")
        let prlimit = try search.require("prlimit", package: "util-linux")
        var sandbox = Sandbox(setpriv: setpriv, prlimit: prlimit, unshare: nil)
        if let unshare = search.find("unshare"), sandbox.canIsolate(with: unshare) {
            sandbox = Sandbox(setpriv: setpriv, prlimit: prlimit, unshare: unshare)
        }
        return sandbox
    }

    private static func isolation(_ unshare: String) -> [String] {
        [unshare, "--net", "--map-root-user", "--"]
    }

    private func canIsolate(with unshare: String) -> Bool {
        let words = Array(Self.isolation(unshare).dropFirst()) + ["/bin/true"]
        let trial = Command(unshare, words, limits: ProcessLimits(deadline: .seconds(5)))
        guard let cancel = try? CancelSignal(),
            var child = try? ChildProcess(
                trial, sandbox: self, input: .none, outputs: [], cancel: cancel)
        else { return false }
        return (try? child.run())?.cause == .exited(0)
    }
}
