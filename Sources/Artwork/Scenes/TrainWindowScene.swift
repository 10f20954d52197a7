import BatchVideo

/// PLACEHOLDER
enum TrainWindowScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
