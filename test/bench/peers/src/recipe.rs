//! The recipe: a `LocalSet` as the pool, and a runtime of this thread that a driver turns once a
//! frame.

use std::cell::RefCell;
use std::future::Future;

use tokio::runtime::{Builder, Runtime};
use tokio::task::{self, JoinHandle, LocalSet};

/// What a game has of the recipe: its pool, its driver, and a signal that comes each frame.
pub struct Recipe {
    local_set: LocalSet,
    runtime: Runtime,
    frame: Frame,
}

impl Recipe {
    pub fn new() -> Self {
        let runtime = Builder::new_current_thread()
            .enable_io()
            .enable_time()
            .build()
            .expect("tokio has a runtime for this thread");
        Self {
            local_set: LocalSet::new(),
            runtime,
            frame: Frame::default(),
        }
    }

    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    pub fn spawn<T: 'static>(&self, future: impl Future<Output = T> + 'static) -> JoinHandle<T> {
        let _context = self.runtime.enter();
        self.local_set.spawn_local(future)
    }

    /// The driver's `_process`.
    pub fn process(&self) {
        self.runtime
            .block_on(
                self.local_set
                    .run_until(async { task::spawn_local(async {}).await }),
            )
            .expect("an empty task does not panic");
    }

    /// One frame: what waits for it is woken, then the driver processes.
    pub fn advance(&self) {
        self.frame.begin();
        self.process();
    }

    /// Frames until a condition holds, which are counted.
    pub fn advance_until(&self, condition: impl Fn() -> bool) -> usize {
        let mut frames = 0;
        while !condition() {
            self.advance();
            frames += 1;
        }
        frames
    }
}

/// The signal that each frame emits: it wakes all that waited before it.
#[derive(Clone, Default)]
pub struct Frame {
    waiting: std::rc::Rc<RefCell<Vec<tokio::sync::oneshot::Sender<()>>>>,
}

impl Frame {
    /// As `until_signal` of the recipe: a one-shot connection, and a future of its arguments.
    pub fn next(&self) -> impl Future<Output = ()> {
        let (sender, receiver) = tokio::sync::oneshot::channel();
        self.waiting.borrow_mut().push(sender);
        async move {
            let _ = receiver.await;
        }
    }

    fn begin(&self) {
        for sender in self.waiting.take() {
            let _ = sender.send(());
        }
    }
}
