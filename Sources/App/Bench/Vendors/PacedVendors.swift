import BatchVideo
import Foundation

/// How long a vendor takes for a call, and how many it takes at once.
struct Pace: Sendable {
    var seconds: Double
    var atOnce: Int

    /// The least time in which so many calls can be made.
    func least(for calls: Int) -> Double { Double((calls + atOnce - 1) / atOnce) * seconds }
}

/// Vendors that take just as long as they are told, and give what was made before.
struct PacedVendors: Sendable {
    var speech: Pace
    var images: Pace
    var clips: Pace

    /// - Parameters:
    ///   - voice: speaks for the vendor of speech, before it waits.
    ///   - picture: what every picture shows; `clip`: what every clip shows.
    func vendors(voice: any SpeechSynthesizer, picture: URL, clip: URL) -> FilmVendors {
        var vendors = FilmVendors()
        vendors.speech = [PacedSpeech(desk: Desk(speech), voice: voice)]
        vendors.images = [PacedImages(desk: Desk(images), picture: picture)]
        vendors.clips = [PacedClips(desk: Desk(clips), clip: clip)]
        return vendors
    }

    /// Takes calls, so many at once, each for its time.
    fileprivate struct Desk: Sendable {
        private let pace: Pace
        private let lane: Lane

        init(_ pace: Pace) {
            self.pace = pace
            lane = Lane(capacity: pace.atOnce)
        }

        func take<Output: Sendable>(_ make: @escaping @Sendable () async throws -> Output) async throws -> Output {
            try await lane.use {
                let made = try await make()
                try await Task.sleep(for: .seconds(pace.seconds))
                return made
            }
        }
    }
}

private struct PacedSpeech: SpeechVendor {
    let name = "paced"
    let version = "1"
    let terms = CallTerms()
    let voices: [Voice] = []
    let desk: PacedVendors.Desk
    let voice: any SpeechSynthesizer

    func speak(_ request: SpeechRequest, slip: CallSlip, to file: URL) async throws -> VendorSpeech {
        try await desk.take {
            _ = try await voice.speak(request, to: file)
            return VendorSpeech(speed: request.speed, cost: .free)
        }
    }
}

private struct PacedImages: ImageGenerator {
    let name = "paced-images"
    let version = "1"
    let terms = CallTerms()
    let takesReference = false
    let desk: PacedVendors.Desk
    let picture: URL

    func generate(_ request: ImageRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        try await desk.take {
            try FileManager.default.copyItem(at: picture, to: file)
            return GeneratedMedia(seed: request.seed, cost: .free)
        }
    }
}

private struct PacedClips: ClipGenerator {
    let name = "paced-clips"
    let version = "1"
    let terms = CallTerms()
    let takesImage = true
    let takesWordsAlone = false
    let desk: PacedVendors.Desk
    let clip: URL

    func billedSeconds(of request: ClipRequest) -> Double { request.length.seconds }

    func generate(_ request: ClipRequest, slip: CallSlip, to file: URL) async throws -> GeneratedMedia {
        try await desk.take {
            try FileManager.default.copyItem(at: clip, to: file)
            return GeneratedMedia(seed: request.seed, cost: .free)
        }
    }
}
