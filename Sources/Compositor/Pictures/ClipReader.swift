import BatchVideo
import Foundation

/// Shows a video clip frame by frame through a decoder child. One per thread and clip.
///
/// The film's frame k shows frame `(inPoint + k) mod length` of the clip, all counted in frames of
/// the film at the clip's pace. Reading on in order costs
/// nothing extra; any other frame starts a new child at that frame and gives the same picture.
/// Past its last decodable frame a clip holds that frame until its stated length.
final class ClipReader {
    private let program: DecoderProgram
    private let path: String
    private let fit: PictureFit
    private let pace: Double
    private let canvas: Canvas
    private let firstFrame: Int
    private let frameCount: Int
    private let leftovers: Leftovers
    private let stallSeconds: Double

    private var transfer: ColorTransfer?
    private var child: DecoderChild?
    /// What `picture` shows; the child's next block is the frame after it.
    private var position: Int?
    private var picture: [UInt8]
    private var incoming: [UInt8]
    private var isAtEnd = false
    private var reason = ""

    /// `length`: the clip's own length; `.media` errors name the clip.
    init(
        source: PictureSource, path: String, length: MediaTime, canvas: Canvas,
        program: DecoderProgram, leftovers: Leftovers, stallSeconds: Double = 60
    ) {
        self.path = path
        fit = source.fit ?? .fill
        pace = source.pace ?? 1
        self.canvas = canvas
        self.program = program
        self.leftovers = leftovers
        self.stallSeconds = stallSeconds
        frameCount = max(1, Self.frames(in: length, pace: pace, fps: canvas.fps))
        firstFrame = Self.frames(in: source.inPoint, pace: pace, fps: canvas.fps)
        picture = [UInt8](repeating: 0, count: canvas.size.pixels * 3 / 2)
        incoming = picture
    }

    /// Writes the picture of the clip's k-th shown frame.
    func show(_ k: Int, on frame: VideoFrame) throws {
        try advance(to: (firstFrame + k) % frameCount)
        picture.withUnsafeBufferPointer { buffer in
            guard var source = buffer.baseAddress else { return }
            for plane in frame.planes {
                for y in 0..<plane.height {
                    memcpy(plane.row(y), source, plane.width)
                    source += plane.width
                }
            }
        }
    }

    private static func frames(in length: MediaTime, pace: Double, fps: Int) -> Int {
        pace == 1 ? length.frame(fps: fps) : Int((length.seconds / pace * Double(fps)).rounded())
    }

    private func advance(to wanted: Int) throws {
        if let position, wanted < position { stop() }
        if position == nil { try start(at: wanted) }
        while let position, position < wanted, !isAtEnd {
            if try readFrame() { self.position = position + 1 }
        }
    }

    private func start(at wanted: Int) throws {
        try open(at: wanted)
        if try readFrame() {
            position = wanted
            return
        }
        guard wanted > 0 else { throw noPicture() }
        // The clip ends before this frame: find its last one.
        try open(at: 0)
        guard try readFrame() else { throw noPicture() }
        position = 0
    }

    private func open(at first: Int) throws {
        stop()
        let transfer = try transfer ?? program.transfer(ofClip: path, leftovers: leftovers)
        self.transfer = transfer
        let arguments = program.arguments(
            file: path, transfer: transfer, fit: fit, pace: pace, canvas: canvas, first: first,
            count: frameCount - first)
        child = try DecoderChild(
            program: program.path, arguments: arguments, leftovers: leftovers,
            stallSeconds: stallSeconds)
    }

    private func stop() {
        child = nil
        position = nil
        isAtEnd = false
    }

    /// False at the end of the clip; then `picture` still holds the last whole frame.
    private func readFrame() throws -> Bool {
        guard let child else { return false }
        let outcome = incoming.withUnsafeMutableBytes { child.read(into: $0) }
        switch outcome {
        case .whole:
            swap(&picture, &incoming)
            return true
        case .ended:
            isAtEnd = true
            reason = child.lastError
            return false
        case .stalled:
            let name = (path as NSString).lastPathComponent
            throw BatchVideoError(
                .timeout, "\(name) gave no picture for \(Int(stallSeconds)) s; remove this clip")
        }
    }

    private func noPicture() -> BatchVideoError {
        let name = (path as NSString).lastPathComponent
        let detail = reason.isEmpty ? "" : ": " + reason
        return BatchVideoError(
            .media, "\(name) cannot be decoded\(detail); replace or remove this clip")
    }
}
