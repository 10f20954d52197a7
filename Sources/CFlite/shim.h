#pragma once
#include <flite/flite.h>
#include <flite/flite_version.h>
cst_voice *register_cmu_us_slt(const char *voxdir);
void unregister_cmu_us_slt(cst_voice *v);
