/* service/data.h: the tables of the service, and a little to look at. */
#ifndef SERVICE_DATA_H
#define SERVICE_DATA_H

#include "models.h"

/* Creates the tables that do not exist, and fills them when there is no user yet. What fails is said on standard error. */
cq_status data_prepare(cq_engine *engine);

#endif
