import BatchVideo
import CPixels

/// How many segments may be encoded at once within the program's memory, 250 MiB.
package enum MemoryBudget {
    /// Must come before any thread: keeps no large block that is not in use.
    package static func start() { ch_return_large_blocks() }

    private static let mebibytes = 250
    /// Program, libraries, fonts.
    private static let fixedMebibytes = 70

    /// At least one. Measured with x264 164 at 1920 x 1080: an encoder takes 35 bytes for each
    /// sample of luma, 3.3 for every picture that it looks ahead and 12 for a second thread;
    /// composing takes 12.
    static func mostWorkers(_ settings: EncoderSettings, size: PixelSize, renditions: Int) -> Int {
        let encoder = 35 + 3.3 * Double(settings.lookahead) + 12 * Double(settings.threads - 1)
        let bytes = Double(size.pixels) * (encoder * Double(renditions) + 12)
        let room = Double((mebibytes - fixedMebibytes) << 20)
        return max(1, Int(room / bytes))
    }
}
