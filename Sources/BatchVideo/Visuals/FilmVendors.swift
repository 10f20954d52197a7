/// The vendors that films are made with, each list in the order in which they are asked.
package struct FilmVendors: Sendable {
    package var speech: [any SpeechVendor] = []
    package var converters: [any VoiceConverter] = []
    package var models: [any LanguageModel] = []
    package var images: [any ImageGenerator] = []
    package var clips: [any ClipGenerator] = []
    package var footage: [any FootageLibrary] = []
    package var presenters: [any PresenterGenerator] = []
    package var texts: [any TextDetector] = []
    /// Operations for which the embedded parts stand in when all vendors are out of order.
    package var embeddedStandsIn: Set<CallOrder.Operation> = []

    package init() {}

    package static let none = FilmVendors()

    package var isEmpty: Bool {
        speech.isEmpty && converters.isEmpty && models.isEmpty && images.isEmpty && clips.isEmpty
            && footage.isEmpty && presenters.isEmpty && texts.isEmpty
    }
}
