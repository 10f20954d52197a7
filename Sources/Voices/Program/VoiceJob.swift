import BatchVideo
import Foundation
import Synchronization

/// One request on its way through the pool, finished exactly once.
final class VoiceJob: Sendable {
    typealias Waiter = CheckedContinuation<VoiceAnswer, any Error>

    private enum State {
        case new
        case waiting(Waiter)
        case running(Waiter, ChildLeash?)
        case finished
    }

    private struct Record {
        var state = State.new
        var isCancelled = false
    }

    let request: VoiceRequest
    private let record = Mutex(Record())

    init(_ request: VoiceRequest) { self.request = request }

    /// Whether there is still somebody to answer.
    func begin(_ waiter: Waiter) -> Bool {
        let isCancelled = record.withLock { record in
            record.state = record.isCancelled ? .finished : .waiting(waiter)
            return record.isCancelled
        }
        if isCancelled { waiter.resume(throwing: CancellationError()) }
        return !isCancelled
    }

    /// Marks the job as running on a child; false when it has been cancelled.
    func run(on leash: ChildLeash?) -> Bool {
        record.withLock { record in
            switch record.state {
            case .waiting(let waiter), .running(let waiter, _):
                record.state = .running(waiter, leash)
                return !record.isCancelled
            case .new, .finished:
                return false
            }
        }
    }

    /// A waiting job ends at once; a running one when its killed child has been buried.
    func cancel() {
        let waiter: Waiter? = record.withLock { record in
            record.isCancelled = true
            switch record.state {
            case .waiting(let waiter):
                record.state = .finished
                return waiter
            case .running(_, let leash):
                leash?.kill()
                return nil
            case .new, .finished:
                return nil
            }
        }
        waiter?.resume(throwing: CancellationError())
    }

    func finish(_ result: Result<VoiceAnswer, any Error>) {
        let waiter: (Waiter, Bool)? = record.withLock { record in
            defer { record.state = .finished }
            switch record.state {
            case .waiting(let waiter), .running(let waiter, _): return (waiter, record.isCancelled)
            case .new, .finished: return nil
            }
        }
        guard let (waiter, isCancelled) = waiter else { return }
        if isCancelled {
            waiter.resume(throwing: CancellationError())
        } else {
            waiter.resume(with: result)
        }
    }
}
