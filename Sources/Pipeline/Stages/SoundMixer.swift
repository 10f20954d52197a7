import BatchVideo
import Foundation

/// Makes the film's sound track: narration and music, mastered.
struct SoundMixer: Sendable {
    let parts: PipelineParts
    let workspace: Workspace

    struct Order: Codable, Sendable {
        /// Named by its fingerprint, so the path stands for the content.
        var narration: String
        var music: SourceFile?

        init(_ narration: Narration, _ brief: FilmBrief) throws {
            self.narration = narration.audio
            music = try brief.music.map(SourceFile.init)
        }
    }

    var version: String { parts.sound.version }

    func mix(_ order: Order, _ progress: StageProgress) async throws -> MasteredSound {
        let fingerprint = try Fingerprint(of: order, "master", version)
        let path = workspace.path(.sound, "master-\(fingerprint.short).wav")
        let master = {
            try await parts.sound.master(
                narration: workspace.url(order.narration), music: order.music?.url,
                to: workspace.url(path))
        }
        let loudness = try await order.music == nil ? master() : onUserFile(master)
        let digest = try DurableFile.digest(workspace.url(path))
        return MasteredSound(
            track: SoundTrack(file: path, sha256: digest.sha256), loudness: loudness)
    }
}

struct MasteredSound: Codable, Sendable {
    var track: SoundTrack
    var loudness: Loudness
}
