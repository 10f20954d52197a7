import BatchVideo
import Foundation

/// The rules of what becomes of an execution, without a database.
extension Execution {
    /// The try has ended that way. Gives what to tell.
    mutating func settle(_ outcome: ExecutionOutcome, now: Date) -> StoredEvent.Kind {
        switch outcome {
        case .succeeded(let keys):
            end(.succeeded, "done", now: now)
            percent = 100
            resultKeys = keys
            return .succeeded
        case .cancelled:
            end(.cancelled, "cancelled", now: now)
            return .cancelled
        case .failed(let message, let retryAt):
            errorMessage = message
            if cancelRequestedAt != nil {
                end(.cancelled, "cancelled", now: now)
                return .cancelled
            }
            guard let retryAt else {
                end(.failed, message, now: now)
                return .failed
            }
            retryCount += 1
            wait("failed, will be tried again: \(message)", notBefore: retryAt, now: now)
            return .retrying
        }
    }

    /// The worker is gone. Gives what to tell.
    mutating func takeBack(maxRetries: Int, now: Date) -> StoredEvent.Kind {
        if cancelRequestedAt != nil {
            end(.cancelled, "cancelled", now: now)
            return .cancelled
        }
        if retryCount >= maxRetries {
            errorMessage = "the worker stopped answering, \(maxRetries + 1) times in all: see its log"
            end(.failed, errorMessage ?? "", now: now)
            return .failed
        }
        retryCount += 1
        wait("its worker stopped answering; waiting for another", notBefore: nil, now: now)
        return .retrying
    }

    mutating func end(_ state: ExecutionState, _ detail: String, now: Date) {
        self.state = state
        self.detail = detail
        leaseUntil = nil
        notBefore = nil
        finishedAt = now
        updatedAt = now
    }

    /// Back to the queue.
    mutating func wait(_ detail: String, notBefore: Date?, now: Date) {
        state = .waiting
        self.detail = detail
        leaseUntil = nil
        self.notBefore = notBefore
        updatedAt = now
    }
}
