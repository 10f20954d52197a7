import BatchVideo
import Foundation
import Synchronization

/// Where jobs wait for a thread, and the threads' work.
final class VoiceDesk: Sendable {
    /// More waiting jobs than any film has clauses mean that something is wrong.
    private static let mostWaiting = 4096
    /// A request that kills its program is tried once more, on a fresh one.
    private static let mostAttempts = 2

    private struct State {
        var waiting: [VoiceJob] = []
        var leashes: [ObjectIdentifier: ChildLeash] = [:]
        var threads = 0
        var idle = 0
        var isClosed = false
        var mourners: [CheckedContinuation<Void, Never>] = []
    }

    private let program: URL
    private let workers: Int
    private let state = Mutex(State())
    /// Rung once for every job that is laid down, and for every thread at the end.
    private let bell = DispatchSemaphore(value: 0)

    init(program: URL, workers: Int) {
        self.program = program
        self.workers = workers
    }

    var children: [pid_t] { state.withLock { $0.leashes.values.compactMap(\.pid) } }

    func take(_ job: VoiceJob) {
        enum Verdict { case queued, queuedForNewThread, full, closed }
        let verdict: Verdict = state.withLock { state in
            if state.isClosed { return .closed }
            if state.waiting.count >= Self.mostWaiting { return .full }
            state.waiting.append(job)
            guard state.idle < state.waiting.count, state.threads < workers else { return .queued }
            state.threads += 1
            return .queuedForNewThread
        }
        switch verdict {
        case .queued: bell.signal()
        case .queuedForNewThread:
            bell.signal()
            Thread(block: serve).start()
        case .full:
            job.finish(.failure(BatchVideoError(.limited, "too many texts wait to be spoken")))
        case .closed:
            job.finish(.failure(BatchVideoError(.cancelled, "the speech engine is shut down")))
        }
    }

    func close() {
        let (left, threads) = state.withLock { state in
            defer {
                state.isClosed = true
                state.waiting = []
            }
            for leash in state.leashes.values { leash.kill() }
            return (state.waiting, state.isClosed ? 0 : state.threads)
        }
        for job in left {
            job.finish(.failure(BatchVideoError(.cancelled, "the speech engine is shut down")))
        }
        for _ in 0..<threads { bell.signal() }
    }

    func untilEmpty() async {
        await withCheckedContinuation { mourner in
            let isEmpty = state.withLock { state in
                if state.threads > 0 { state.mourners.append(mourner) }
                return state.threads == 0
            }
            if isEmpty { mourner.resume() }
        }
    }

    private func serve() {
        var child: VoiceChild?
        while let job = nextJob() { job.finish(Result { try answer(job, with: &child) }) }
        bury(&child)
        let mourners = state.withLock { state in
            state.threads -= 1
            return state.threads == 0 ? state.mourners : []
        }
        for mourner in mourners { mourner.resume() }
    }

    private func nextJob() -> VoiceJob? {
        state.withLock { $0.idle += 1 }
        bell.wait()
        return state.withLock { state in
            state.idle -= 1
            return state.isClosed || state.waiting.isEmpty ? nil : state.waiting.removeFirst()
        }
    }

    private func answer(_ job: VoiceJob, with child: inout VoiceChild?) throws -> VoiceAnswer {
        for attempt in 1...Self.mostAttempts {
            do {
                let running = try child ?? start()
                child = running
                guard job.run(on: running.leash) else { throw CancellationError() }
                return try running.exchange(
                    job.request, seconds: VoiceWire.deadlineSeconds + 5)
            } catch let failure as VoiceChildFailure {
                bury(&child)
                guard job.run(on: nil) else { throw CancellationError() }
                if attempt == Self.mostAttempts || isClosed { throw failure.error(program) }
            }
        }
        throw VoiceChildFailure.died.error(program)
    }

    private var isClosed: Bool { state.withLock { $0.isClosed } }

    private func start() throws -> VoiceChild {
        let child = try VoiceChild(program: program)
        state.withLock { state in
            state.leashes[ObjectIdentifier(child.leash)] = child.leash
            if state.isClosed { child.leash.kill() }
        }
        return child
    }

    private func bury(_ child: inout VoiceChild?) {
        guard let dead = child else { return }
        dead.end()
        _ = state.withLock { $0.leashes.removeValue(forKey: ObjectIdentifier(dead.leash)) }
        child = nil
    }
}
