/// The vendors that films are made with, each list in the order in which they are asked.
package struct FilmVendors: Sendable {
    package var models: [any LanguageModel] = []
    package var images: [any ImageGenerator] = []
    package var clips: [any ClipGenerator] = []
    package var libraries: [any FootageLibrary] = []
    /// Each speaks the voices that have its name before them: "azure/zh-CN-XiaoxiaoNeural".
    package var speech: [any SpeechVendor] = []
    package var converters: [any VoiceConverter] = []
    package var transcribers: [any Transcriber] = []
    package var presenters: [any PresenterGenerator] = []
    /// Look for writing in pictures that vendors make.
    package var texts: [any TextDetector] = []
    /// Operations for which the embedded parts stand in when all vendors are out of order.
    package var embeddedStandsIn: Set<CallOrder.Operation> = []

    package init() {}

    package static let none = FilmVendors()

    /// The vendor that speaks a voice, and what it calls it; nil for embedded voices.
    package func speaker(of voice: String) -> (vendor: any SpeechVendor, voice: String)? {
        guard let slash = voice.firstIndex(of: "/"),
            let vendor = speech.first(where: { $0.name == voice[..<slash] })
        else { return nil }
        return (vendor, String(voice[voice.index(after: slash)...]))
    }

    /// Nobody is asked for what is seen.
    package var makesNothing: Bool { images.isEmpty && clips.isEmpty }

    /// Clips can begin with a picture that a vendor makes.
    package var animates: Bool { !images.isEmpty && clips.contains(where: \.takesImage) }
    /// Clips can be made of words.
    package var generatesClips: Bool { clips.contains(where: \.takesWordsAlone) }
    /// What a moving shot is made by that nobody is to search footage for.
    package var moving: MovingPlan { animates ? .animated : generatesClips ? .generated : .loop }
}
