package import BatchVideo
package import Foundation

/// Clears the workspaces of finished jobs: those that are old, and the oldest while all together
/// take too much.
///
/// Nothing is lost: what is cleared is made again from what stays (what was spoken, the plans, the
/// choices) and from the job's objects. A workspace whose lock is held, or whose job waits or runs, is
/// left alone.
package struct WorkspaceRetention: Sendable {
    /// What a sweep did.
    package struct Swept: Sendable, Equatable {
        /// Jobs, the oldest first.
        package var cleared: [Int] = []
        package var freedBytes = 0
        package var leftBytes = 0
    }

    private let work: URL
    private let stores: Stores

    /// - Parameter work: where films are made, as for `FilmRun`.
    package init(_ work: URL, stores: Stores) {
        self.work = work
        self.stores = stores
    }

    /// - Parameters:
    ///   - days: workspaces are kept so long after the job's last run ended.
    ///   - bytes: what they may take together; nil: a fifth of the disk.
    package func sweep(days: Int, bytes: Int?, now: Date) async throws -> Swept {
        let (work, limit) = (work, bytes ?? Self.fifthOfDisk(of: work))
        let folders = await OwnThread.run {
            WorkspaceFolder.emptyBin(in: work)
            return WorkspaceFolder.all(in: work)
        }
        var swept = Swept(leftBytes: folders.reduce(0) { $0 + $1.bytes })
        func clear(_ folder: WorkspaceFolder) async throws {
            guard try await self.clear(folder) else { return }
            swept.cleared.append(folder.job)
            swept.freedBytes += folder.bytes
            swept.leftBytes -= folder.bytes
        }
        var finished: [(folder: WorkspaceFolder, at: Date)] = []
        for folder in folders {
            try Task.checkCancellation()
            switch try await standing(folder.job) {
            case .busy: continue
            case .gone: try await clear(folder)
            case .finished(let date): if folder.bytes > 0 { finished.append((folder, date)) }
            }
        }
        let oldest = now.addingTimeInterval(-Double(days) * 86_400)
        for (folder, date) in finished.sorted(by: { $0.at < $1.at })
        where date < oldest || swept.leftBytes > limit {
            try Task.checkCancellation()
            try await clear(folder)
        }
        return swept
    }

    /// Removes all that a deleted job left here; what is in use is found by the next sweep.
    package func forget(_ job: Int) {
        let folder = WorkspaceFolder(job: job, root: FilmRun.folder(of: job, in: work), bytes: 0)
        guard let held = folder.lock() else { return }
        let rest = folder.clear(isAll: true, in: work)
        withExtendedLifetime(held) {}
        if let rest { try? FileManager.default.removeItem(at: rest) }  // the next sweep deletes a leftover
    }

    package func forget(_ jobs: [Int]) async {
        await OwnThread.run { jobs.forEach { forget($0) } }
    }

    private enum Standing: Sendable { case gone, busy, finished(Date) }

    private func standing(_ job: Int) async throws -> Standing {
        do {
            let runs = try await stores.executions.executions(of: job, owner: .everyone)
            guard runs.allSatisfy(\.state.isOver) else { return .busy }
            return .finished(runs.map { $0.finishedAt ?? $0.updatedAt }.max() ?? .distantFuture)
        } catch let error as BatchVideoError where error.code == .notFound {
            return .gone
        }
    }

    /// Under the folder's lock, asks again how the job stands: it may have been filed anew since.
    private func clear(_ folder: WorkspaceFolder) async throws -> Bool {
        guard let held = folder.lock() else { return false }
        let isAll: Bool
        switch try await standing(folder.job) {
        case .busy: return false
        case .gone: isAll = true
        case .finished: isAll = false
        }
        let rest = folder.clear(isAll: isAll, in: work)
        withExtendedLifetime(held) {}
        guard let rest else { return false }
        // A leftover is deleted by the next sweep.
        await OwnThread.run { try? FileManager.default.removeItem(at: rest) }
        return true
    }

    private static func fifthOfDisk(of folder: URL) -> Int {
        var facts = statvfs()
        guard statvfs(folder.path, &facts) == 0 else { return .max }
        return Int(facts.f_blocks) * Int(facts.f_frsize) / 5
    }
}
