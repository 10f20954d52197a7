import BatchVideo
import CPixels

/// How many segments may be encoded at once within the program's memory, 250 MiB.
package enum MemoryBudget {
    /// Must come before any thread: keeps no large block that is not in use.
    package static func start() { ch_return_large_blocks() }

    private static let mebibytes = 250
    /// Program, libraries, fonts.
    private static let fixedMebibytes = 70

    /// How to divide the work: `workers` at once (at least one), and whether a worker encodes a
    /// segment's renditions `together`. Apart, each is composed again, which costs a tenth of
    /// encoding it; that is cheaper than a core without work.
    struct Division: Equatable {
        var workers: Int
        var isTogether: Bool
    }

    static func divide(
        _ settings: EncoderSettings, size: PixelSize, renditions: Int, workers wanted: Int
    ) -> Division {
        let wanted = settings.encoder.isParallel ? 1 : wanted
        let fitting = room(settings, size: size, renditions: renditions)
        if renditions == 1 || fitting >= wanted {
            return Division(workers: min(wanted, max(1, fitting)), isTogether: true)
        }
        let apart = room(settings, size: size, renditions: 1)
        return Division(workers: min(wanted, max(1, apart)), isTogether: false)
    }

    /// Workers that fit, if x264 encodes (what others take is theirs to limit); none, for a canvas that is too large
    /// for the limit. Measured with x264 164 at 1920 x 1080: an encoder takes 35 bytes for each sample of luma, 3.3
    /// for every picture that it looks ahead and 12 for a second thread; composing takes 12.
    private static func room(_ settings: EncoderSettings, size: PixelSize, renditions: Int) -> Int {
        let encoder = 35 + 3.3 * Double(settings.lookahead) + 12 * Double(settings.threads - 1)
        let bytes = Double(size.pixels) * (encoder * Double(renditions) + 12)
        let room = Double((mebibytes - fixedMebibytes) << 20)
        return Int(room / bytes)
    }
}
