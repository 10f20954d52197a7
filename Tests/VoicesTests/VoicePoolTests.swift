import BatchVideo
import Foundation
import TestKit
import Testing

@testable import Voices

@Suite("Voice programs", .timeLimit(.minutes(20)))
struct VoicePoolTests {
    private let hello = VoiceRequest.speak(
        Utterance(engine: .espeak, voice: "en-us", text: "hello world", rate: 165))

    @Test("a program that is killed is replaced, and the work done again")
    func killed() async throws {
        let pool = VoicePool(program: try SpeechBench.program(), workers: 1)
        let before = try await pool.perform(hello)
        let victim = try #require(pool.children.first)

        async let answer = pool.perform(hello)
        kill(victim, SIGKILL)

        #expect(try await answer.samples == before.samples)
        #expect(try await pool.perform(hello).samples == before.samples)
        #expect(pool.children.count == 1 && pool.children.first != victim)
        #expect(isGone(victim))
        await pool.shutdown()
    }

    @Test("a program that keeps dying is given up after two attempts")
    func keepsDying() async throws {
        let folder = try TemporaryFolder()
        let program = try script("read line; echo attempt >> \(folder.url.path)/log; exit 1", folder)
        let pool = VoicePool(program: program, workers: 2)

        let error = await #expect(throws: BatchVideoError.self) { try await pool.perform(hello) }

        #expect(error?.code == .unavailable && error?.retry == .backoff)
        let log = try String(contentsOf: folder.file("log"), encoding: .utf8)
        #expect(log == "attempt\nattempt\n")
        #expect(pool.children.isEmpty)
    }

    @Test("a program that speaks another language is not ours")
    func garbled() async throws {
        let pool = VoicePool(program: URL(filePath: "/bin/cat"), workers: 1)

        let error = await #expect(throws: BatchVideoError.self) { try await pool.perform(hello) }

        #expect(error?.message.contains("another version") == true)
    }

    @Test("a program that does not answer is late")
    func late() throws {
        let folder = try TemporaryFolder()
        let child = try VoiceChild(program: try script("read line; read more", folder))
        let pid = try #require(child.leash.pid)

        #expect(throws: VoiceChildFailure.late) { try child.exchange(hello, seconds: 1) }

        child.end()
        #expect(isGone(pid))
    }

    @Test("cancelling ends the program at work and everything it started")
    func cancelled() async throws {
        let folder = try TemporaryFolder()
        let (started, child) = (folder.file("started"), folder.file("child"))
        try #require(mkfifo(started.path, 0o600) == 0)
        let program = try script(
            "sleep 1000 & read line; echo $! > \(child.path); echo > \(started.path); wait", folder)
        let pool = VoicePool(program: program, workers: 1)
        let work = Task { try await pool.perform(hello) }  // unstructured: to be cancelled
        await waitFor(started)
        let pid = try #require(pool.children.first)
        let grandchild = try #require(
            pid_t(String(contentsOf: child, encoding: .utf8).trimmingCharacters(in: .newlines)))

        work.cancel()

        await #expect(throws: CancellationError.self) { try await work.value }
        #expect(isGone(pid) && pool.children.isEmpty)
        #expect(isGoneOrZombie(grandchild))
    }

    @Test("a task that is already cancelled starts nothing")
    func cancelledBefore() async throws {
        let pool = VoicePool(program: try SpeechBench.program(), workers: 1)
        let work = Task {  // unstructured: to be cancelled
            withUnsafeCurrentTask { $0?.cancel() }
            return try await pool.perform(hello)
        }

        await #expect(throws: CancellationError.self) { try await work.value }

        #expect(pool.children.isEmpty)
    }

    @Test("shutting down leaves no program, and refuses more work")
    func shutdown() async throws {
        let pool = VoicePool(program: try SpeechBench.program(), workers: 3)
        try await withThrowingTaskGroup { group in
            for _ in 0..<12 { group.addTask { _ = try await pool.perform(hello) } }
            try await group.waitForAll()
        }
        let pids = pool.children
        #expect((1...3).contains(pids.count))

        await pool.shutdown()
        await pool.shutdown()

        #expect(pids.allSatisfy(isGone))
        let error = await #expect(throws: BatchVideoError.self) { try await pool.perform(hello) }
        #expect(error?.code == .cancelled)
    }

    private func script(_ body: String, _ folder: TemporaryFolder) throws -> URL {
        let file = folder.file("program.sh")
        // Written by a shell: were it open here while another test forks, it could not be started.
        let shell = Process()
        shell.executableURL = URL(filePath: "/bin/sh")
        shell.arguments = [
            "-c", "printf '%s' \"$1\" > \"$2\"; chmod 755 \"$2\"", "sh", "#!/bin/sh\n\(body)\n",
            file.path,
        ]
        try shell.run()
        shell.waitForEnd()
        return file
    }

    /// Opening a named pipe waits for the other side.
    @concurrent
    private func waitFor(_ pipe: URL) async {
        _ = try? FileHandle(forReadingFrom: pipe).readToEnd()
    }

    /// Reaped: the number is nobody's.
    private func isGone(_ pid: pid_t) -> Bool { kill(pid, 0) != 0 && errno == ESRCH }

    /// Somebody else's child to reap, but no longer running.
    private func isGoneOrZombie(_ pid: pid_t) -> Bool {
        guard let stat = try? String(contentsOfFile: "/proc/\(pid)/stat", encoding: .utf8) else {
            return true
        }
        return stat.contains(") Z") || stat.contains(") X")
    }
}
