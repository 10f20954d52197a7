import Foundation

/// Work that waits for the disk, on a thread of its own: the cooperative pool has few.
enum DiskThread {
    static func run<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
        try await withCheckedThrowingContinuation { done in
            Thread.detachNewThread { done.resume(with: Result(catching: work)) }
        }
    }
}
