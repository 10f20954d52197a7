import BatchVideo
import Foundation

extension SQLSession {
    /// What calls that did not fail have cost or may cost counts; a call that costs nothing passes.
    ///
    /// Two calls at once cannot pass one cap together while the database has one writer, as SQLite.
    /// Engines with more lock the job's row before (`held`), which guards the film's cap only.
    func checkCaps(
        _ caps: SpendCaps, for estimate: VendorCost, job: Int, user: String?, now: Date
    ) throws {
        guard !estimate.isFree, estimate.currency == caps.currency else { return }
        if let cap = caps.perJob {
            let spent = try row(
                """
                SELECT SUM(cost_micros) AS spent FROM vendor_calls WHERE job_id = ? AND currency = ?
                AND state <> 'failed'
                """, job, caps.currency)
            try check(spent, estimate, cap, "this film", "budget.perFilm")
        }
        if let cap = caps.perBatch {
            let spent = try row(
                """
                SELECT SUM(c.cost_micros) AS spent FROM vendor_calls c JOIN jobs j ON j.id = c.job_id
                WHERE c.currency = ? AND c.state <> 'failed' AND j.batch_id IS NOT NULL
                AND j.batch_id = (SELECT batch_id FROM jobs WHERE id = ?)
                """, caps.currency, job)
            try check(spent, estimate, cap, "its batch", "budget.perBatch")
        }
        if let cap = caps.perUserDay, let user {
            var calendar = Calendar(identifier: .gregorian)
            calendar.timeZone = .gmt
            let spent = try row(
                """
                SELECT SUM(cost_micros) AS spent FROM vendor_calls WHERE user_id = ? AND currency = ?
                AND state <> 'failed' AND created_at >= ?
                """, user, caps.currency, calendar.startOfDay(for: now))
            try check(spent, estimate, cap, "its owner today", "budget.perUserDay")
        }
    }

    private func check(
        _ spent: SQLRow?, _ estimate: VendorCost, _ cap: Int, _ whose: String, _ setting: String
    ) throws {
        let sum = try spent?.optionalInt("spent") ?? 0
        guard sum + estimate.micros > cap else { return }
        let (limit, used) = (
            VendorCost(micros: cap, currency: estimate.currency),
            VendorCost(micros: sum, currency: estimate.currency)
        )
        throw BatchVideoError(
            .limited,
            "\(estimate.text) more would pass the limit of \(limit.text) for \(whose), of which \(used.text) are "
                + "used; raise \(setting) or choose a cheaper vendor",
            field: "budget")
    }
}
