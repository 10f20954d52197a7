import BatchVideo

/// A family of pictures: one subject, composed anew for every seed, shape and palette.
protocol SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder)
}

/// Which family is painted by whom.
enum SceneCatalogue {
    static func painter(_ family: SceneFamily) -> any SceneFamilyPainter.Type {
        switch family {
        case .autumnHills: SeaScene.self
        case .sea: SeaScene.self
        case .springLake: SeaScene.self
        case .forest: SeaScene.self
        case .city: SeaScene.self
        case .teaTable: SeaScene.self
        case .lotus: SeaScene.self
        case .technology: SeaScene.self
        case .livingRoom: SeaScene.self
        case .ink: SeaScene.self
        case .starryCabin: SeaScene.self
        case .winterCabin: SeaScene.self
        case .sunrisePeak: SeaScene.self
        case .wheatField: SeaScene.self
        }
    }

    /// Composes the scene that `picture` shows, or shows behind its words.
    static func scene(_ picture: PaintedPicture) -> Scene {
        let family =
            switch picture.subject {
            case .scene(let family): family
            case .quote(_, _, let family), .number(_, _, let family), .title(_, let family): family
            }
        var builder = SceneBuilder(
            stage: Stage(picture.size), palette: picture.palette, seed: picture.seed)
        painter(family).compose(&builder)
        return builder.build(mirrored: picture.mirrored)
    }
}
