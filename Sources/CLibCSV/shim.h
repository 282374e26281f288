#ifndef TOLL_CLIBCSV_SHIM_H
#define TOLL_CLIBCSV_SHIM_H

#include <csv.h>
#include "csv_batch.h"

#endif
