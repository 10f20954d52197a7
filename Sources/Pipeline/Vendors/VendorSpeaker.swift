import BatchVideo
import Foundation

/// Speaks sentences with a vendor's voice. What was paid for is kept as it came; decoded, brought to its
/// pace, trimmed and aligned it becomes a `Speech` like that of any other voice.
struct VendorSpeaker: Sendable {
    let vendor: any SpeechVendor
    /// Without the vendor's name before it.
    let voice: String
    let listener: SpeechListener
    let workspace: Workspace
    let paid: PaidCalls
    let warn: @Sendable (String) -> Void

    var version: String { "\(vendor.name)/\(vendor.version)/\(listener.version)" }

    /// What a vendor said of a sentence that it spoke.
    private struct Told: Codable, Sendable {
        var words: [HeardWord]?
        /// The pace it was spoken at; nil: as asked for.
        var speed: Double?
    }

    /// Writes the sentence at `file`, mono 16-bit PCM.
    func speak(_ request: SpeechRequest, to file: URL) async throws -> Speech {
        var order = request
        order.voice = voice
        // Vendors read by themselves: what the user's readings say reaches the alignment only.
        order.lexicon = [:]
        let (made, _) = try await paid.make(
            .speech, by: vendor, of: order,
            estimate: vendor.terms.cost(units: Double(request.text.count) / 1000), file: "sound"
        ) { slip, file in
            let spoken = try await vendor.speak(order, slip: slip, to: file)
            return (Told(words: spoken.words, speed: spoken.speed), spoken.cost)
        }
        let sound = SpeechListener.Sound(
            file: workspace.url(made.path ?? ""), tempo: request.speed / (made.output.speed ?? request.speed),
            words: made.output.words)
        return try await listener.listen(to: sound, saying: request, warn: warn, to: file)
    }
}
