extension Framing {
    /// A figure to its waist in a tall picture, to its chest in others; the head in the upper half.
    init(figureIn stage: Stage) {
        switch stage.shape {
        case .portrait:
            // Clothes are painted 1060 units down.
            let scale = max(stage.width / 900, stage.height * 0.64 / 1040)
            self.init(stage: stage, centre: Point(stage.width / 2, stage.height * 0.36), scale: scale)
        case .landscape:
            self.init(
                stage: stage, centre: Point(stage.width / 2, stage.height * 0.4), scale: stage.height / 1140)
        case .square:
            self.init(
                stage: stage, centre: Point(stage.width / 2, stage.height * 0.42), scale: stage.height / 940)
        }
    }
}
