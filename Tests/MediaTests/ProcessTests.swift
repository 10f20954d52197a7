import BatchVideo
import Foundation
import Glibc
import Synchronization
import Testing

@testable import Media

@Suite("Child processes", .timeLimit(.minutes(20)))
struct ProcessTests {
    let studio: Studio

    init() throws { studio = try Studio() }

    @Test("standard input of any length arrives whole and comes back whole")
    func echo() async throws {
        let bytes = (0..<5_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 >> 3) }

        let data = try await studio.runner.capture(
            Command("/bin/cat", []), input: .bytes(bytes), limit: 6_000_000)

        #expect([UInt8](data) == bytes)
    }

    @Test("arguments are words, never a shell line")
    func argv() async throws {
        let words = ["$(id)", "; rm -rf /", "a b", "'\"", "*", "-n", "中文"]

        let data = try await studio.runner.capture(Command("/usr/bin/printf", ["%s\n"] + words))

        #expect(String(decoding: data, as: UTF8.self) == words.map { $0 + "\n" }.joined())
    }

    @Test("a child sees only its own descriptors and a small environment")
    func inheritance() async throws {
        let stray = open("/dev/null", O_RDONLY)
        defer { close(stray) }
        let file = try OpenFile(URL(fileURLWithPath: "/etc/hostname"))

        let data = try await studio.runner.capture(
            Command("/bin/sh", ["-c", "ls /proc/$$/fd; env; cat <&3"], inherited: [file]))

        let lines = String(decoding: data, as: UTF8.self).split(separator: "\n").map(String.init)
        #expect(lines.filter { Int($0) != nil }.compactMap(Int.init).allSatisfy { $0 <= 3 })
        #expect(!lines.contains { $0.hasPrefix("HOME=") })
        #expect(lines.contains { $0 == "LC_ALL=C.UTF-8" })
    }

    @Test("a failure carries the last lines of standard error without controls")
    func tail() async throws {
        let script = "for i in 1 2 3; do echo noise $i >&2; done; printf 'bad \\033[31mthing\\n' >&2; exit 3"

        let failure = await #expect(throws: ToolFailure.self) {
            try await studio.runner.run(studio.shell(script))
        }

        #expect(failure?.exit.cause == .exited(3))
        #expect(failure?.reason == "bad [31mthing")
    }

    @Test("a child that ignores TERM is gone soon after its deadline, and all it started")
    func deadline() async throws {
        let note = studio.file("pids")
        let script = "trap '' TERM; sleep 600 & echo $! $$ > \(note.path); while :; do sleep 600; done"

        let failure = await #expect(throws: ToolFailure.self) {
            try await studio.runner.run(
                studio.shell(script, limits: ProcessLimits(deadline: .milliseconds(300))))
        }

        #expect(failure?.exit.isPastDeadline == true)
        #expect(failure?.error("x").code == .timeout)
        for pid in try pids(in: note) { #expect(isGone(pid)) }
    }

    @Test("cancelling throws CancellationError and leaves no process of the group")
    func cancel() async throws {
        let note = studio.file("pids")
        let command = studio.shell("sleep 600 & echo $! $$ > \(note.path); echo ready; wait")
        let (ready, signal) = AsyncStream<Void>.makeStream()
        let runner = studio.runner

        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                do {
                    try await runner.run(command, outputs: [{ _ in signal.yield() }])
                    return false
                } catch { return error is CancellationError }
            }
            for await _ in ready { break }
            group.cancelAll()
            #expect(await group.next() == true)
        }

        for pid in try pids(in: note) { #expect(isGone(pid)) }
    }

    @Test("what a sink throws ends the child and is thrown")
    func sinkThrows() async throws {
        await expectError(.media, saying: "more than 1000 bytes") {
            _ = try await studio.runner.capture(Command("/usr/bin/yes", []), limit: 1000)
        }
    }

    @Test("a source is asked until it has no more, and a child that stops reading is no crash")
    func source() async throws {
        let chunk = Mutex(0)
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: 100_000, alignment: 1)
        bytes.initializeMemory(as: UInt8.self, repeating: 7)
        let address = UInt(bitPattern: bytes.baseAddress)
        defer { bytes.deallocate() }
        let source: ByteSource = {
            let number = chunk.withLock { $0 += 1; return $0 }
            return number > 30
                ? nil : UnsafeRawBufferPointer(start: UnsafeRawPointer(bitPattern: address), count: 100_000)
        }

        let data = try await studio.runner.capture(
            Command("/usr/bin/wc", ["-c"]), input: .source(source))
        chunk.withLock { $0 = 0 }
        try await studio.runner.run(Command("/usr/bin/true", []), input: .source(source))

        #expect(String(decoding: data, as: UTF8.self) == "3000000\n")
    }

    @Test("memory and file sizes are bounded")
    func limits() async throws {
        let big = studio.file("big")

        let tooBig = await #expect(throws: ToolFailure.self) {
            try await studio.runner.run(
                studio.shell(
                    "exec head -c 9000000 /dev/zero > \(big.path)",
                    limits: ProcessLimits(fileBytes: 1_000_000)))
        }
        let tooHungry = await #expect(throws: ToolFailure.self) {
            try await studio.runner.run(
                studio.shell("exec dd bs=300M count=1 if=/dev/zero of=/dev/null", limits: ProcessLimits(
                    deadline: .seconds(20), memoryBytes: 100 << 20)))
        }

        #expect(tooBig?.error("x").code == .unwritable)
        #expect(tooHungry?.exit.isPastDeadline == false)
    }

    @Test("a sandboxed child has no network but loopback's shadow")
    func network() async throws {
        guard studio.paths.sandbox.unshare != nil else { return }
        var command = studio.shell("cat /proc/net/dev | tail -n +3 | cut -d: -f1; cat /proc/net/route | wc -l")
        command.isSandboxed = true

        let data = try await studio.runner.capture(command)

        let words = String(decoding: data, as: UTF8.self).split { $0.isWhitespace }
        #expect(words == ["lo", "1"] || words == ["lo", "0"])
    }

    @Test("no child outlives a parent that is killed with -9")
    func parentDeath() async throws {
        let words = studio.paths.sandbox.wrap(Command("/bin/sleep", ["600"]))
        let quoted = words.map { "'\($0)'" }.joined(separator: " ")
        let note = studio.file("pid")
        // A shell that starts the child as we do, and is then killed.
        let script = "sh -c \"\(quoted) & echo \\$! > \(note.path); sleep 0.3; kill -9 \\$\\$\"; cat \(note.path)"

        _ = try? await studio.runner.capture(studio.shell(script))
        let pid = try #require(try pids(in: note).first)
        for _ in 0..<100 where !isGone(pid) { usleep(10_000) }

        #expect(isGone(pid))
    }

    @Test("a missing tool is named with what to install")
    func missing() async {
        await expectError(.unavailable, saying: "ffmpeg is not installed", "apt-get install ffmpeg") {
            _ = try ToolPaths.locate(environment: ["PATH": "/nonexistent"])
        }
        await expectError(.unavailable, saying: "ffprobe") {
            _ = try ToolPaths.locate(environment: [
                "PATH": "/usr/bin", "BATCHVIDEO_FFPROBE": "/nonexistent/ffprobe",
            ])
        }
    }

    private func pids(in note: URL) throws -> [pid_t] {
        try String(contentsOf: note, encoding: .utf8).split { $0.isWhitespace }.compactMap { pid_t($0) }
    }

    /// Ended, even if the machine's first process has not collected it yet.
    private func isGone(_ pid: pid_t) -> Bool {
        let status = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8)
        return status?.contains(") Z") ?? true
    }
}
