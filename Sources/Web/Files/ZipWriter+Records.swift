internal import Foundation

extension ZipWriter {
    static func localHeader(_ entry: ZipEntry, crc: UInt32) -> [UInt8] {
        let isLarge = entry.size >= largest32
        var header = Bytes()
        header.add(0x0403_4B50, 4)
        common(entry, crc, isLarge, isLarge ? largest32 : entry.size, &header)
        header.add(isLarge ? 20 : 0, 2)
        header.bytes += entry.name.utf8
        if isLarge {
            header.add(1, 2)
            header.add(16, 2)
            header.add(entry.size, 8)
            header.add(entry.size, 8)
        }
        return header.bytes
    }

    /// From the version needed to the length of the name: the same in both headers.
    private static func common(
        _ entry: ZipEntry, _ crc: UInt32, _ isLarge: Bool, _ size: Int, _ header: inout Bytes
    ) {
        header.add(isLarge ? zip64Version : plainVersion, 2)
        header.add(flags, 2)
        header.add(0, 2)
        let (time, day) = dosTime(entry.modified)
        header.add(time, 2)
        header.add(day, 2)
        header.add(Int(crc), 4)
        header.add(size, 4)
        header.add(size, 4)
        header.add(entry.name.utf8.count, 2)
    }

    static func directoryRecord(_ entry: ZipEntry, crc: UInt32, offset: Int) -> [UInt8] {
        let isLarge = entry.size >= largest32
        let isFar = offset >= largest32
        var record = Bytes()
        record.add(0x0201_4B50, 4)
        // Made by: version 4.5 on Unix.
        record.add(3 << 8 | zip64Version, 2)
        common(entry, crc, isLarge || isFar, isLarge ? largest32 : entry.size, &record)
        record.add((isLarge ? 16 : 0) + (isFar ? 8 : 0) + (isLarge || isFar ? 4 : 0), 2)
        record.add(0, 2)
        record.add(0, 2)
        record.add(0, 2)
        record.add(0o100644 << 16, 4)
        record.add(isFar ? largest32 : offset, 4)
        record.bytes += entry.name.utf8
        if isLarge || isFar {
            record.add(1, 2)
            record.add((isLarge ? 16 : 0) + (isFar ? 8 : 0), 2)
            if isLarge {
                record.add(entry.size, 8)
                record.add(entry.size, 8)
            }
            if isFar { record.add(offset, 8) }
        }
        return record.bytes
    }

    static func end(_ count: Int, at offset: Int, size: Int) -> [UInt8] {
        var end = Bytes()
        let isLarge = count >= 0xFFFF || offset >= largest32 || size >= largest32
        if isLarge {
            end.add(0x0606_4B50, 4)
            end.add(44, 8)
            end.add(3 << 8 | zip64Version, 2)
            end.add(zip64Version, 2)
            end.add(0, 4)
            end.add(0, 4)
            end.add(count, 8)
            end.add(count, 8)
            end.add(size, 8)
            end.add(offset, 8)
            end.add(0x0706_4B50, 4)
            end.add(0, 4)
            end.add(offset + size, 8)
            end.add(1, 4)
        }
        end.add(0x0605_4B50, 4)
        end.add(0, 4)
        end.add(min(count, 0xFFFF), 2)
        end.add(min(count, 0xFFFF), 2)
        end.add(min(size, largest32), 4)
        end.add(min(offset, largest32), 4)
        end.add(0, 2)
        return end.bytes
    }

    private static func dosTime(_ date: Date) -> (Int, Int) {
        let civil = CivilTime(date, hoursEast: 8)
        let clock = civil.clock.split(separator: ":").compactMap { Int($0) }
        guard clock.count == 3, civil.year >= 1980 else { return (0, 0x21) }
        return (
            clock[0] << 11 | clock[1] << 5 | clock[2] / 2,
            (civil.year - 1980) << 9 | civil.month << 5 | civil.day
        )
    }

    /// Little-endian numbers.
    private struct Bytes {
        var bytes: [UInt8] = []

        mutating func add(_ number: Int, _ count: Int) {
            for place in 0..<count { bytes.append(UInt8(truncatingIfNeeded: number >> (8 * place))) }
        }
    }
}
