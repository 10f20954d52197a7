internal import BatchVideo
internal import Foundation

/// A time as calendars and clocks show it.
struct CivilTime: Sendable {
    let daysSince1970: Int
    let year: Int
    let month: Int
    let day: Int
    private let secondOfDay: Int

    init(_ date: Date, hoursEast: Int) {
        let seconds = Int(date.timeIntervalSince1970.rounded(.down)) + hoursEast * 3_600
        secondOfDay = (seconds % 86_400 + 86_400) % 86_400
        daysSince1970 = (seconds - secondOfDay) / 86_400
        (year, month, day) = Self.civil(daysSince1970)
    }

    /// "12:00:00".
    var clock: String {
        [secondOfDay / 3_600, secondOfDay / 60 % 60, secondOfDay % 60].map { Self.pad($0) }
            .joined(separator: ":")
    }

    /// "2024-01-01T12:00:00".
    var text: String { "\(Self.pad(year, 4))-\(Self.pad(month))-\(Self.pad(day))T\(clock)" }

    static func pad(_ number: Int, _ width: Int = 2) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    }

    /// Year, month and day of a day counted from 1970 (Hinnant's civil_from_days).
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }
}

extension JSON {
    /// Asia/Shanghai without offset (ruling 15). China has had no summer time since 1991, so the distance to UTC
    /// is fixed.
    static func time(_ date: Date?) -> JSON {
        date.map { .string(CivilTime($0, hoursEast: 8).text) } ?? .null
    }
}
