import BatchVideo

/// What a figure is put together from.
struct FigureParts {
    let hair: any Hairdo
    let outfit: any Outfit
    /// Worn over the face.
    let glasses: Glasses?

    init(_ figure: PresenterFigure, _ colours: FigureColours, _ form: FaceForm) {
        switch figure {
        case .anchorWoman:
            hair = LongHair(hair: colours.hair)
            outfit = Blazer(colours: colours, face: form)
            glasses = nil
        case .anchorMan:
            hair = ShortHair(hair: colours.hair, skin: colours.skin)
            outfit = Suit(colours: colours, face: form)
            glasses = nil
        case .elderWoman:
            hair = SilverBob(hair: colours.hair)
            outfit = StandCollarJacket(colours: colours, face: form)
            glasses = nil
        case .elderMan:
            hair = SilverCrop(hair: colours.hair, skin: colours.skin)
            outfit = Cardigan(colours: colours, face: form)
            glasses = Glasses(eye: form.eyes.place, ear: form.ears.x)
        }
    }
}
