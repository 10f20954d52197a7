package import BatchVideo

/// The parts of the world that a film is made with.
package struct PipelineParts: Sendable {
    package var speech: any SpeechSynthesizer
    /// Of sound from outside.
    package var decoder: any SoundDecoder
    package var aligner: any SpeechAligner
    package var sound: any SoundEngineer
    package var music: any MusicPerformer
    package var painter: any PicturePainter
    package var loops: any LoopPainter
    package var labels: any LabelPainter
    package var presenter: any PresenterPainter
    package var chinese: any ChineseConverter
    package var importer: any MediaImporter
    package var renderer: any Renderer
    package var inspector: any FilmInspector
    package var vendors: FilmVendors
    /// What may be spent on a film.
    package var caps: SpendCaps
    package var meter: any Meter

    package init(
        speech: any SpeechSynthesizer, decoder: any SoundDecoder, aligner: any SpeechAligner,
        sound: any SoundEngineer, music: any MusicPerformer, painter: any PicturePainter,
        loops: any LoopPainter, labels: any LabelPainter,
        presenter: any PresenterPainter, chinese: any ChineseConverter,
        importer: any MediaImporter, renderer: any Renderer, inspector: any FilmInspector,
        vendors: FilmVendors = .none, caps: SpendCaps = .none,
        meter: any Meter = SilentMeter()
    ) {
        self.speech = speech
        self.decoder = decoder
        self.aligner = aligner
        self.sound = sound
        self.music = music
        self.painter = painter
        self.loops = loops
        self.labels = labels
        self.presenter = presenter
        self.chinese = chinese
        self.importer = importer
        self.renderer = renderer
        self.inspector = inspector
        self.vendors = vendors
        self.caps = caps
        self.meter = meter
    }

    /// Versions of the parts that decide how a film sounds and looks.
    var versions: [String: String] {
        [
            "speech": speech.version, "sound": sound.version,
            "music": "\(MusicComposer.version)/\(music.version)", "painter": painter.version,
            "loops": loops.version, "labels": labels.version,
            "presenter": presenter.version,
            "chinese": chinese.version, "importer": importer.version, "renderer": renderer.version,
        ]
    }
}
