#pragma once
#include <cairo/cairo.h>
#include <pango/pangocairo.h>
// PNG files are written with zlib directly: cairo's writer has no say in speed.
#include <zlib.h>
