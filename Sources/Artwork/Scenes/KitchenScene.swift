import BatchVideo

/// PLACEHOLDER
enum KitchenScene: SceneFamilyPainter {
    static func compose(_ scene: inout SceneBuilder) { SpringLakeScene.compose(&scene) }
}
