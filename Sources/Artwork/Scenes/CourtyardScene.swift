import BatchVideo

/// PLACEHOLDER
enum CourtyardScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
