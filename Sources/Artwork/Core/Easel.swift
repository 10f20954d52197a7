import Foundation

/// Runs long painting on a thread of its own, so that the cooperative pool stays free.
enum Easel {
    private static let queue = DispatchQueue(
        label: "batchvideo.artwork", qos: .utility, attributes: .concurrent)

    static func run<Result: Sendable>(
        _ work: @escaping @Sendable () throws -> Result
    ) async throws -> Result {
        try Task.checkCancellation()
        return try await withCheckedThrowingContinuation { continuation in
            queue.async { continuation.resume(with: Swift.Result { try work() }) }
        }
    }
}
