/// Sweeps, and books in parts, on Apache Spark.
///
/// A sweep is one job. Its tasks are batches of runs; each run's row goes to the driver as soon as
/// the run ends, through Spark's own messages, and is kept there in the log of the sweep before the
/// next run begins. So the folder is written by one process, as on one machine; what a killed
/// worker had finished is not done again, and a killed driver goes on from its log.
///
/// A book in parts is one job too: each part is a task, and its fold comes back as its result.
@NullMarked
package org.plimsoll.spark;

import org.jspecify.annotations.NullMarked;
