import Foundation
import Glibc
import Synchronization

/// Tells a thread that blocks in `poll` that its task was cancelled: a pipe and a flag.
package final class CancelSignal: Sendable {
    /// Becomes readable when the signal is raised.
    let descriptor: Int32
    private let trigger: Int32
    private let flag = Atomic(false)

    init() throws {
        let pipe = try Pipe()
        descriptor = pipe.reading.release()
        trigger = pipe.writing.release()
    }

    deinit {
        close(descriptor)
        close(trigger)
    }

    package var isRaised: Bool { flag.load(ordering: .acquiring) }

    func raise() {
        guard !flag.exchange(true, ordering: .acquiringAndReleasing) else { return }
        _ = write(trigger, "!", 1)
    }

    /// Throws `CancellationError` once raised; for loops over samples and frames.
    package func check() throws {
        if isRaised { throw CancellationError() }
    }
}

/// Runs blocking or long work on a thread of its own, so that the cooperative pool stays free.
enum OwnThread {
    static let stackBytes = 8 << 20

    /// The body gets a signal that is raised when the calling task is cancelled.
    static func run<Value: Sendable>(
        _ name: String, _ body: @escaping @Sendable (CancelSignal) throws -> Value
    ) async throws -> Value {
        let cancel = try CancelSignal()
        return try await withTaskCancellationHandler {
            try Task.checkCancellation()
            return try await withCheckedThrowingContinuation { continuation in
                let thread = Thread { continuation.resume(with: Result { try body(cancel) }) }
                thread.name = name
                thread.stackSize = stackBytes
                thread.start()
            }
        } onCancel: {
            cancel.raise()
        }
    }
}
