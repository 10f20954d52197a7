package import BatchVideo

/// How a vendor's task goes.
package enum TaskState<Result: Sendable>: Sendable {
    /// 0 ... 1 where the vendor tells.
    case running(progress: Double?)
    case done(Result)
    case failed(VendorFailure.Kind, String)
    /// The vendor does not know the task any more.
    case unknown
}

extension HTTPCaller {
    /// Submits a task once and asks after it until it ends: after 2, 3, 4.5 ... 10 s.
    ///
    /// A task that is known from an earlier run is asked after and not submitted again; when the vendor
    /// has forgotten it, that is `.unknownEnd`, since it may have been paid.
    package func task<Result: Sendable>(
        _ slip: CallSlip, submit: () async throws -> String,
        poll: (_ taskID: String) async throws -> TaskState<Result>
    ) async throws -> (taskID: String, result: Result) {
        let taskID: String
        if let known = slip.taskID {
            taskID = known
        } else {
            taskID = try await submit()
            guard !taskID.isEmpty, taskID.utf8.count <= 255 else {
                throw failure(.unknownEnd, "it took the task but gave it no usable id")
            }
            try await slip.accepted(taskID)
        }
        let begun = clock.now()
        var wait = slip.taskID == nil ? Duration.seconds(2) : .zero
        while true {
            try await clock.sleep(wait)
            switch try await poll(taskID) {
            case .running: break
            case .done(let result): return (taskID, result)
            case .failed(let kind, let words):
                throw failure(kind, words.isEmpty ? "its task failed" : words, isUnpaid: true)
            case .unknown: throw failure(.unknownEnd, "it does not know task \(taskID) any more")
            }
            guard clock.now() - begun < limits.taskTime else {
                // Not settled: the next run asks after the same task.
                throw BatchVideoError(
                    .timeout,
                    "\(vendor) still works on task \(taskID); raise providers.\(vendor).taskMinutes, or try again "
                        + "later",
                    retry: .backoff)
            }
            wait = wait == .zero ? .seconds(2) : min(.seconds(10), wait * 3 / 2)
        }
    }
}
