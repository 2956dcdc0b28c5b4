/* chinook/load.h: makes the tables of models.h and fills them, from Chinook's own script or from the rows of slice.h. */
#ifndef CHINOOK_LOAD_H
#define CHINOOK_LOAD_H

#include "models.h"

/** Where the script stands when the tree of this project lies beside a folder of shared data. */
#define CHINOOK_SCRIPT "../shared/data/chinook/Chinook_Sqlite.sql"

/** Makes the tables anew and loads the rows of slice.h, in one transaction. */
cq_status chinook_load_slice(cq_connection *db);

/** The same with all rows of the script (15,607 of them), and counts afterwards what is there.
 *
 *  CQ_IO when there is no such file. CQ_CORRUPT when a row cannot be read, or is missing in the end. */
cq_status chinook_load_script(cq_connection *db, const char *path);

/** How many rows all tables hold together. */
cq_status chinook_count(cq_connection *db, int64_t *out);

#endif
