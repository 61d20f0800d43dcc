mod session;
mod srp_block;

use domain::seal::DataKeys;
use domain::{Meter, Time};

const NOW: Time = Time(1_760_000_000_000);

fn keys(pool_id: &str) -> DataKeys {
    DataKeys::new(pool_id, vec![(1, [3; 32])], Meter::new()).unwrap()
}
