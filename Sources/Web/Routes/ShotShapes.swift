internal import BatchVideo
internal import Foundation

extension ServerParts {
    func shape(_ row: ShotRow, for caller: Caller) -> JSON {
        let made = row.images.filter { !$0.isWanted }
        return [
            "job_id": .int(row.jobID), "index": .int(row.index), "start": .int(row.startMs),
            "end": .int(row.endMs), "text": .string(row.text), "prompt": .string(row.prompt ?? ""),
            "video": .string(row.video ?? ""), "images": .array(made.map { .string($0.key) }),
            "selected": .string(row.selected ?? ""),
            "candidates": .array(made.map { shape($0, for: caller) }),
            "wanted": .int(row.images.count - made.count), "locked": .bool(row.isLocked),
            "version": .int(row.version), "updated_at": .time(row.updatedAt),
        ]
    }

    private func shape(_ candidate: ShotCandidate, for caller: Caller) -> JSON {
        [
            "key": .string(candidate.key),
            "url": .string(signer.link(to: candidate.key, user: caller.userID, now: ports.now())),
            "source": .string(candidate.source), "provider": .text(candidate.provider),
            "model": .text(candidate.model), "prompt": .text(candidate.prompt),
            "seed": .number(candidate.seed.map { Int(clamping: $0) }),
            "credit": .text(candidate.credit), "is_moving": .bool(candidate.isMoving),
        ]
    }
}
