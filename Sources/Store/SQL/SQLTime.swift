import BatchVideo
package import Foundation

/// Times in the database: UTC, "2026-11-24 09:05:03.120", which sorts as text and is what a
/// DATETIME(3) column of MySQL takes and gives.
///
/// By arithmetic (days from civil, Hinnant), since `DateFormatter` costs microseconds a row.
package enum SQLTime {
    package static func text(_ date: Date) -> String {
        let ms = Int((date.timeIntervalSince1970 * 1000).rounded())
        let days = Int((Double(ms) / 86_400_000).rounded(.down))
        let rest = ms - days * 86_400_000
        let (year, month, day) = civil(days)
        var bytes: [UInt8] = []
        bytes.reserveCapacity(23)
        append(year, 4, to: &bytes)
        bytes.append(45)
        append(month, 2, to: &bytes)
        bytes.append(45)
        append(day, 2, to: &bytes)
        bytes.append(32)
        append(rest / 3_600_000, 2, to: &bytes)
        bytes.append(58)
        append(rest / 60_000 % 60, 2, to: &bytes)
        bytes.append(58)
        append(rest / 1000 % 60, 2, to: &bytes)
        bytes.append(46)
        append(rest % 1000, 3, to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Nil unless the text is of that very form.
    package static func date(_ text: String) -> Date? {
        var numbers: [Int] = []
        var number = 0
        var digits = 0
        for byte in text.utf8 {
            if byte >= 48, byte <= 57 {
                number = number * 10 + Int(byte - 48)
                digits += 1
            } else {
                numbers.append(number)
                number = 0
            }
        }
        numbers.append(number)
        guard numbers.count == 7, digits == 17, text.utf8.count == 23 else { return nil }
        let days = dayNumber(numbers[0], numbers[1], numbers[2])
        let seconds = days * 86_400 + numbers[3] * 3600 + numbers[4] * 60 + numbers[5]
        return Date(timeIntervalSince1970: Double(seconds * 1000 + numbers[6]) / 1000)
    }

    private static func append(_ number: Int, _ width: Int, to bytes: inout [UInt8]) {
        var divisor = 1
        for _ in 1..<width { divisor *= 10 }
        for _ in 0..<width {
            bytes.append(UInt8(48 + number / divisor % 10))
            divisor /= 10
        }
    }

    /// Year, month and day of a day counted from 1970-01-01.
    private static func civil(_ days: Int) -> (Int, Int, Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    private static func dayNumber(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }
}
